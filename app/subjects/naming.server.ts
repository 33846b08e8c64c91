import { and, eq, inArray } from 'drizzle-orm';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { badRequest } from '#app/http/errors.ts';
import { known } from '#app/record/known.server.ts';
import type { Db } from '#db/client.server.ts';
import { newId } from '#db/new-id.ts';
import { companies, dialogueSubjects, landowners, properties, sites } from '#db/schema/index.ts';
import { refOf, type Subject, type SubjectRef, subjectText } from './subject.ts';
import { subjectsOfTalk } from './talk.server.ts';

// What a talk is about, as rows: each keeps the company and district of the day it was named.

/** More than a talk is about; a forged form could name thousands. */
export const MOST_SUBJECTS = 20;

const NONE = { companyId: null, siteId: null, districtId: null, landownerId: null, propertyId: null, thenCompanyId: null, thenDistrictId: null };

/**
 * Writes a talk's subjects to what its form names. Those it had keep the company and district of their day; a firm named
 * without a site keeps the site it had. 400 for what the viewer could not have chosen, and for none at all.
 */
export async function nameSubjects(tx: Db, viewer: Viewer, dialogueId: string, refs: readonly SubjectRef[]): Promise<Subject[]> {
	if (refs.length === 0 || refs.length > MOST_SUBJECTS) throw badRequest();
	const had = await subjectsOfTalk(tx, dialogueId);
	const kept = new Set<string>();
	const added = new Map<string, Subject>();
	for (const ref of refs) {
		const same = had.find((row) => isSame(row, ref));
		if (same) {
			kept.add(same.id);
			continue;
		}
		const subject = await subjectNow(tx, viewer, ref);
		const known = had.find((row) => subjectText(refOf(row)) === subjectText(refOf(subject)));
		if (known) kept.add(known.id);
		else added.set(subjectText(refOf(subject)), subject);
	}
	const gone = had.filter(({ id }) => !kept.has(id)).map(({ id }) => id);
	if (gone.length > 0) await tx.delete(dialogueSubjects).where(inArray(dialogueSubjects.id, gone));
	if (added.size > 0) await tx.insert(dialogueSubjects).values([...added.values()].map((subject) => ({ ...subject, id: newId(), dialogueId })));
	return subjectsOfTalk(tx, dialogueId);
}

/** A firm stands for the site of it the talk was at. */
const isSame = (row: Subject, ref: SubjectRef): boolean =>
	ref.kind === 'company' ? row.thenCompanyId === ref.id && !row.landownerId : subjectText(refOf(row)) === subjectText(ref);

/** True when a form names just these subjects. */
export const areSame = (rows: readonly Subject[], refs: readonly SubjectRef[]): boolean =>
	rows.every((row) => refs.some((ref) => isSame(row, ref))) && refs.every((ref) => rows.some((row) => isSame(row, ref)));

/** A subject with the company and district of now. */
async function subjectNow(tx: Db, viewer: Viewer, { kind, id }: SubjectRef): Promise<Subject> {
	switch (kind) {
		case 'company':
			return firmNow(tx, viewer, id);
		case 'site':
			return siteNow(tx, viewer, id);
		case 'district': {
			const row = await known(tx, viewer, 'districts', id);
			return { ...NONE, districtId: found(row ?? undefined).id, thenDistrictId: id };
		}
		case 'landowner': {
			const [row] = await tx
				.select({ companyId: landowners.companyId })
				.from(landowners)
				.where(and(eq(landowners.id, id), within(viewer, 'landowners')));
			return { ...NONE, landownerId: id, thenCompanyId: found(row).companyId };
		}
		case 'property': {
			const [row] = await tx
				.select({ districtId: properties.districtId })
				.from(properties)
				.where(and(eq(properties.id, id), within(viewer, 'properties')));
			return { ...NONE, propertyId: id, thenDistrictId: found(row).districtId };
		}
	}
}

/** The firm's main site, else the firm itself. */
async function firmNow(tx: Db, viewer: Viewer, companyId: string): Promise<Subject> {
	const [row] = await tx
		.select({ mainSiteId: companies.mainSiteId, districtId: companies.districtId })
		.from(companies)
		.where(and(eq(companies.id, companyId), within(viewer, 'companies')));
	const { mainSiteId, districtId } = found(row);
	return mainSiteId ? siteNow(tx, viewer, mainSiteId) : { ...NONE, companyId, thenCompanyId: companyId, thenDistrictId: districtId };
}

async function siteNow(tx: Db, viewer: Viewer, siteId: string): Promise<Subject> {
	const [row] = await tx
		.select({ companyId: sites.companyId, districtId: sites.districtId })
		.from(sites)
		.innerJoin(companies, eq(companies.id, sites.companyId))
		.where(and(eq(sites.id, siteId), within(viewer, 'sites'), within(viewer, 'companies')));
	const { companyId, districtId } = found(row);
	return { ...NONE, siteId, thenCompanyId: companyId, thenDistrictId: districtId };
}

function found<Row>(row: Row | undefined): Row {
	if (!row) throw badRequest();
	return row;
}
