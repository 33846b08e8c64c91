import { getLocale } from '#app/i18n/paraglide/runtime.js';

const ZONE = 'Europe/Copenhagen';
const tag = () => (getLocale() === 'en' ? 'en-GB' : 'da-DK');
const cache = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>();

function dates(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
	const key = `${tag()}${JSON.stringify(options)}`;
	const made = (cache.get(key) as Intl.DateTimeFormat | undefined) ?? new Intl.DateTimeFormat(tag(), options);
	cache.set(key, made);
	return made;
}

const noon = (day: string) => new Date(`${day}T12:00:00Z`);

/** `2026-12-07` → "07.12.2026". */
export const formatDay = (day: string): string => `${day.slice(8, 10)}.${day.slice(5, 7)}.${day.slice(0, 4)}`;

/** `2026-12-07` → "man. 7. dec." (with the year when it is not this one). */
export function formatDayShort(day: string, today: string): string {
	const year = day.slice(0, 4) === today.slice(0, 4) ? undefined : ('numeric' as const);
	return dates({ weekday: 'short', day: 'numeric', month: 'short', year, timeZone: 'UTC' }).format(noon(day));
}

/** `2026-12-07` → "mandag den 7. december 2026". */
export const formatDayLong = (day: string): string =>
	dates({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(noon(day));

/** A moment → "23.11.2026 18.05" in the municipality's zone. */
export const formatMoment = (at: Date): string => `${formatDay(dayOf(at))} ${formatTime(at)}`;

/** A moment → "18.05" in the municipality's zone. */
export const formatTime = (at: Date): string => dates({ hour: '2-digit', minute: '2-digit', hour12: false, timeZone: ZONE }).format(at);

// Made once: making one takes longer than rendering a row of a list.
const isoDay = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE });

/** The calendar day of a moment in the municipality's zone, `YYYY-MM-DD`. */
export const dayOf = (at: Date): string => isoDay.format(at);

const HOUR_MS = 3_600_000;

/** The moment a calendar day begins in the municipality's zone: midnight there, in winter an hour before Greenwich's, in summer two. */
export function startOf(day: string): Date {
	const greenwich = Date.parse(`${day}T00:00:00Z`);
	return new Date(dayOf(new Date(greenwich - 2 * HOUR_MS)) === day ? greenwich - 2 * HOUR_MS : greenwich - HOUR_MS);
}

/** Today in the municipality's zone. */
export const today = (): string => dayOf(new Date());

export function formatNumber(value: number, options: Intl.NumberFormatOptions = {}): string {
	const key = `n${tag()}${JSON.stringify(options)}`;
	const made = (cache.get(key) as Intl.NumberFormat | undefined) ?? new Intl.NumberFormat(tag(), options);
	cache.set(key, made);
	return made.format(value);
}

/** Name in the page's language of a row that carries both. */
export const named = (row: { nameDa: string; nameEn: string }): string => (getLocale() === 'en' ? row.nameEn : row.nameDa);

/** "telefon, by eller navn". */
export const oneOf = (words: readonly string[]): string => new Intl.ListFormat(tag(), { type: 'disjunction' }).format(words);

/** "telefon, by og navn". */
export const listed = (words: readonly string[]): string => new Intl.ListFormat(tag(), { type: 'conjunction' }).format(words);

/** "Anna" → "Annas", "Lars" → "Lars’"; in English "Anna’s". */
export const possessive = (name: string): string => {
	if (getLocale() === 'en') return `${name}’s`;
	return /[sxz]$/i.test(name) ? `${name}’` : `${name}s`;
};
