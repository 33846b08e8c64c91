import type { sites } from '#db/schema/index.ts';
import { formatPoint } from './point.ts';

type SiteRow = typeof sites.$inferSelect;

/** The district field as a site has it: empty = by the point, "none" = outside by hand, else the district chosen. */
export const districtFieldOf = ({ districtId, districtSource }: Pick<SiteRow, 'districtId' | 'districtSource'>): string => {
	if (districtSource === 'point' || districtSource === null) return '';
	return districtId ?? 'none';
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
