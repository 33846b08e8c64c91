import { and, eq, isNotNull, isNull, type SQL } from 'drizzle-orm';
import { within } from '#app/auth/scope.server.ts';
import { divisionNames } from '#app/districts/industries.server.ts';
import { districtMarks, districtOptions, idOfDistrict } from '#app/districts/queries.server.ts';
import { COUNT_CAP } from '#app/lists/keyset.server.ts';
import { source } from '#app/lists/source.server.ts';
import { db } from '#db/client.server.ts';
import { companies, sites } from '#db/schema/index.ts';
import { countTo } from '#db/sql.server.ts';
import { siteKnowledge } from './knowledge.server.ts';
import { headsLabel } from './labels.ts';
import { placeLine } from './place-line.ts';
import { SITE_LIST, type SiteRow } from './site-list.tsx';

const ROW = {
	id: sites.id,
	name: sites.name,
	sortName: companies.sortName,
	companyId: companies.id,
	companyName: companies.name,
	address: sites.address,
	postalCode: sites.postalCode,
	city: sites.city,
	districtId: sites.districtId,
	industryText: sites.industryText,
	division: sites.division,
	firmsDivision: companies.division,
	headcount: sites.headcount,
	sizeClass: sites.sizeClass,
};

/** The sites in use, by their firm: the rows that a district's sums are counted from. */
export const siteList = source({
	list: SITE_LIST,
	choices: { district: districtOptions },
	ask(viewer, { is }) {
		const knowledge = (['yes', 'known', 'unknown'] as const).find((one) => one === is.knowledge);
		const where = and(
			within(viewer, 'sites'),
			isNull(sites.ceasedOn),
			is.district ? eq(sites.districtId, idOfDistrict(is.district)) : undefined,
			is.heads ? isNotNull(sites.headcount) : undefined,
			knowledge && siteKnowledge(knowledge),
		);
		const rows = (which: SQL | undefined) =>
			db.select(ROW).from(sites).innerJoin(companies, eq(companies.id, sites.companyId)).where(and(where, which));
		return {
			read: (which, order, limit) =>
				rows(which)
					.orderBy(...order)
					.limit(limit),
			order: { by: { sortName: companies.sortName, id: sites.id } },
			count: () => countTo(db.select({ id: sites.id }).from(sites).innerJoin(companies, eq(companies.id, sites.companyId)).where(where), COUNT_CAP),
		};
	},
	async rows(viewer, found): Promise<SiteRow[]> {
		const [marks, names] = await Promise.all([districtMarks(viewer), divisionNames()]);
		return found.map(({ companyId, companyName, districtId, industryText, division, firmsDivision, ...site }) => ({
			...{ id: site.id, name: site.name, headcount: site.headcount, company: { id: companyId, name: companyName } },
			place: placeLine(site),
			district: marks.get(districtId ?? '')?.name,
			industry: industryText ?? names.get(division ?? firmsDivision ?? ''),
			heads: headsLabel(site),
		}));
	},
});
