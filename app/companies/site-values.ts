import { type Shown, shownAs } from '#app/http/merge.ts';
import type { sites } from '#db/schema/index.ts';
import { formatPoint, pointFrom } from './point.ts';
import { pNumberFrom } from './register-numbers.ts';

type SiteRow = typeof sites.$inferSelect;

/** The district field as a site has it: empty = by the point, "none" = outside by hand, else the district chosen. */
export const districtFieldOf = ({ districtId, districtSource }: Pick<SiteRow, 'districtId' | 'districtSource'>): string => {
	if (districtSource === 'point' || districtSource === null) return '';
	return districtId ?? 'none';
};

/** What the merge of two people's edits compares. The main site's form shows no box for it: the mark is not its to give away. */
export function siteAsShown(site: Omit<SiteRow, 'addressKey'>): Shown {
	const { isMain, ...values } = siteValuesOf(site);
	return shownAs(site.version, site.isMain ? values : { ...values, isMain });
}

/** Texts that mean the same: a number with blanks, a point with decimal commas. */
export const SITE_READINGS = {
	pNumber: (typed: string) => pNumberFrom(typed) ?? typed,
	point: (typed: string) => {
		const point = pointFrom(typed);
		return point ? formatPoint(point) : typed;
	},
};

/** A site's row as its form shows it. */
export function siteValuesOf(site: Omit<SiteRow, 'addressKey'>) {
	const { name, address, postalCode, city, pNumber, headcountOn, headcountSource, startedOn, ceasedOn, lat, lon } = site;
	return {
		name,
		address,
		postalCode,
		city,
		pNumber,
		headcountOn,
		headcountSource,
		startedOn,
		ceasedOn,
		headcount: site.headcount === null ? null : String(site.headcount),
		point: lat === null || lon === null ? null : formatPoint({ lat, lon }),
		district: districtFieldOf(site),
		isMain: site.isMain ? 'on' : '',
		isProtected: site.isProtected ? 'on' : '',
	};
}
