import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { within } from '#app/auth/scope.server.ts';
import { nameEntry } from '#app/findable/entry.ts';
import { paths } from '#app/paths.ts';
import { type Cards, detailLine } from '#app/record/card.ts';
import { type Db, db } from '#db/client.server.ts';
import type { Entry } from '#db/full-text.server.ts';
import { companies, districts, sites } from '#db/schema/index.ts';
import { placeLine } from './place-line.ts';

export async function siteEntries(tx: Db, ids: string[]): Promise<Entry[]> {
	const rows = await tx
		.select({
			id: sites.id,
			name: sites.name,
			pNumber: sites.pNumber,
			address: sites.address,
			postalCode: sites.postalCode,
			city: sites.city,
			no: districts.no,
		})
		.from(sites)
		.leftJoin(districts, eq(districts.id, sites.districtId))
		.where(and(inArray(sites.id, ids), isNull(sites.archivedAt)))
		.orderBy(asc(sites.id));
	return rows.map((site) => nameEntry('site', site.id, site.no, [site.name, site.address], [site.pNumber, site.postalCode, site.city]));
}

export const siteCards: Cards = async (viewer, ids) => {
	const rows = await db
		.select({
			...{ id: sites.id, name: sites.name, pNumber: sites.pNumber, ceasedOn: sites.ceasedOn },
			...{ address: sites.address, postalCode: sites.postalCode, city: sites.city },
			...{ companyId: companies.id, companyName: companies.name },
		})
		.from(sites)
		.innerJoin(companies, eq(companies.id, sites.companyId))
		.where(and(inArray(sites.id, ids), within(viewer, 'sites'), within(viewer, 'companies')));
	return rows.map(({ id, name, pNumber, ceasedOn, companyId, companyName, ...place }) => ({
		...{ kind: 'site' as const, id, title: name, to: paths.site(id), companyId, talk: paths.newDialogue({ company: companyId, site: id }) },
		detail: detailLine(placeLine(place), name === companyName ? null : companyName, pNumber && `P ${pNumber}`),
		numbers: [pNumber],
		isCeased: ceasedOn !== null,
	}));
};
