import { formatNumber } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { SIZE_CLASSES } from '#db/vocabulary.ts';
import type { profileOf } from './district-profile.server.ts';
import { sizeLabel, sizeLowerBound } from './size.ts';

type Profile = Awaited<ReturnType<typeof profileOf>>;
interface Bar {
	label: string;
	value: number;
	to: string;
}

const SHOWN = 8;

/** A district's firms by industry: the eight largest, the rest together, unknown by itself. Each bar opens exactly its firms. */
export function divisionBars(slug: string, divisions: Profile['divisions'], names: ReadonlyMap<string, string>): Bar[] {
	const open = (codes: string[]) => paths.companies({ district: slug, division: codes.join(',') });
	const known = divisions.flatMap(([code, firms]) => (code === null ? [] : [{ code, firms }]));
	const unknown = divisions.find(([code]) => code === null)?.[1];
	// One left over would be a "rest" of one: then it stands by name.
	const cut = known.length === SHOWN + 1 ? known.length : SHOWN;
	const rest = known.slice(cut);
	return [
		...known.slice(0, cut).map(({ code, firms }) => ({ label: names.get(code) ?? code, value: firms, to: open([code]) })),
		...(rest.length > 0
			? [
					{
						label: m.companies_rest({ count: rest.length }),
						value: rest.reduce((sum, { firms }) => sum + firms, 0),
						to: open(rest.map(({ code }) => code)),
					},
				]
			: []),
		...(unknown ? [{ label: m.companies_unknown_industry(), value: unknown, to: open(['unknown']) }] : []),
	];
}

/** A district's firms by the register's size classes, smallest first, unknown last. */
export const sizeBars = (slug: string, sizes: Profile['sizes']): Bar[] =>
	sizes.map(([rank, firms]) => {
		const sizeClass = SIZE_CLASSES[rank];
		return {
			label: sizeClass ? m.companies_heads_of({ heads: sizeLabel(sizeClass) }) : m.companies_unknown_size(),
			value: firms,
			to: paths.companies({ district: slug, size: sizeClass ? `is-${sizeLowerBound(rank)}` : 'unknown' }),
		};
	});

/** "38 %", or a dash where nothing is known. */
export const percent = (part: number, whole: number): string =>
	whole === 0 ? '–' : formatNumber(part / whole, { style: 'percent', maximumFractionDigits: 0 });
