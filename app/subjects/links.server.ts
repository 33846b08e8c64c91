import { asc, eq, inArray } from 'drizzle-orm';

import { db } from '#db/client.server.ts';
import { companies, dialogueSubjects, districts, landowners, properties, sites } from '#db/schema/index.ts';
import type { SubjectKind } from './subject.ts';

// A talk is read part by part (who may read which stands in scope.server.ts): the heading by every work role,
// note, topics and follow-up text by those the note is open to. The rest never leaves the database.

export interface SubjectLink {
	kind: SubjectKind;
	/** Its id; slug of a district. */
	ref: string;
	name: string;
	/** A site's address, when its name is the firm's. */
	detail: string | null;
}

export async function subjectsOf(dialogueIds: readonly string[]): Promise<Map<string, SubjectLink[]>> {
	if (dialogueIds.length === 0) return new Map();
	const rows = await db
		.select({
			dialogueId: dialogueSubjects.dialogueId,
			companyId: companies.id,
			companyName: companies.name,
			siteId: sites.id,
			siteName: sites.name,
			siteAddress: sites.address,
			districtSlug: districts.slug,
			districtName: districts.name,
			landownerId: landowners.id,
			landownerName: landowners.name,
			propertyId: properties.id,
			propertyName: properties.name,
		})
		.from(dialogueSubjects)
		.leftJoin(companies, eq(companies.id, dialogueSubjects.thenCompanyId))
		.leftJoin(sites, eq(sites.id, dialogueSubjects.siteId))
		.leftJoin(districts, eq(districts.id, dialogueSubjects.districtId))
		.leftJoin(landowners, eq(landowners.id, dialogueSubjects.landownerId))
		.leftJoin(properties, eq(properties.id, dialogueSubjects.propertyId))
		.where(inArray(dialogueSubjects.dialogueId, [...dialogueIds]))
		.orderBy(asc(dialogueSubjects.id));
	const links = grouped(rows, ({ companyId, companyName, siteId, siteName, siteAddress, ...row }) => [
		...(row.landownerId && row.landownerName ? [link('landowner', row.landownerId, row.landownerName)] : []),
		// The firm an owner is bears the same name.
		...(companyId && companyName && !row.landownerId ? [link('company', companyId, companyName)] : []),
		...(siteId && siteName ? [link('site', siteId, siteName === companyName ? (siteAddress ?? siteName) : siteName, siteAddress)] : []),
		...(row.propertyId && row.propertyName ? [link('property', row.propertyId, row.propertyName)] : []),
		...(row.districtSlug && row.districtName ? [link('district', row.districtSlug, row.districtName)] : []),
	]);
	return new Map(
		[...links].map(([id, all]) => [id, all.filter((one, at) => all.findIndex(({ kind, ref }) => kind === one.kind && ref === one.ref) === at)]),
	);
}

export const link = (kind: SubjectKind, ref: string, name: string, detail: string | null = null): SubjectLink => ({ kind, ref, name, detail });

export function grouped<Row extends { dialogueId: string }, Part>(rows: readonly Row[], partsOf: (row: Row) => Part[]): Map<string, Part[]> {
	const groups = new Map<string, Part[]>();
	for (const row of rows) groups.set(row.dialogueId, [...(groups.get(row.dialogueId) ?? []), ...partsOf(row)]);
	return groups;
}
