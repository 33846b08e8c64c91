import { formatNumber } from '#app/i18n/format.ts';

/** Larger than any property of the country. */
const MOST = 100_000_000;

/**
 * An area as it is typed, in whole square metres: "12.400", "12 400 m²", "12400". Null for anything else; hectares are
 * not guessed.
 */
export function areaFrom(typed: string): number | null {
	const text = typed.replace(/\s*(m²|m2|kvm\.?)\s*$/i, '').trim();
	if (!/^(\d{1,9}|\d{1,3}([.\s\u00a0]\d{3})+)$/.test(text)) return null;
	const area = Number(text.replace(/\D/g, ''));
	return area <= MOST ? area : null;
}

/** 12400 → "12.400 m²". */
export const formatArea = (squareMetres: number): string => `${formatNumber(squareMetres)} m²`;
