import { eq, inArray, or, type SQL } from 'drizzle-orm';
import { refreshCompany } from '#app/companies/derived.server.ts';
import { recountDistricts } from '#app/districts/summary.server.ts';
import { refreshFindables } from '#app/findable/refresh.server.ts';
import type { Db } from '#db/client.server.ts';
import {
	companies,
	companyCommitments,
	companyIdentifiers,
	companyResponsibles,
	consents,
	contactRoles,
	contacts,
	dialogueContacts,
	districts,
	landownerResponsibles,
	landowners,
	ownerships,
	properties,
	siteDistricts,
	sites,
} from '#db/schema/index.ts';
import type { RecordKind } from '#db/vocabulary.ts';
import { eraseTalk } from './erasing-talks.server.ts';
import type { Erased } from './forgetting.server.ts';
import { hangingOn, isKept } from './hanging.server.ts';

/** Deletes a record's row with its parts and answers which parts those were; null when something hangs on it, and it stays. */
export async function erase(tx: Db, kind: RecordKind, id: string): Promise<Erased[] | null> {
	if (kind === 'dialogue') return eraseTalk(tx, id);
	if (isKept(await hangingOn(tx, kind, id))) return null;
	return ERASING[kind](tx, id);
}

const ERASING: Record<Exclude<RecordKind, 'dialogue'>, (tx: Db, id: string) => Promise<Erased[]>> = {
	company: eraseFirm,
	site: eraseSite,
	async landowner(tx, id) {
		const parts = [
			...(await eraseRoles(tx, eq(contactRoles.landownerId, id))),
			...named('ownership', await tx.delete(ownerships).where(eq(ownerships.landownerId, id)).returning({ id: ownerships.id })),
		];
		await tx.delete(landownerResponsibles).where(eq(landownerResponsibles.landownerId, id));
		await tx.delete(landowners).where(eq(landowners.id, id));
		return parts;
	},
	async property(tx, id) {
		await tx.update(contactRoles).set({ propertyId: null }).where(eq(contactRoles.propertyId, id));
		const shares = await tx.delete(ownerships).where(eq(ownerships.propertyId, id)).returning({ id: ownerships.id });
		await tx.delete(properties).where(eq(properties.id, id));
		return named('ownership', shares);
	},
	async contact(tx, id) {
		const parts = [
			...(await eraseRoles(tx, eq(contactRoles.contactId, id))),
			...named('consent', await tx.delete(consents).where(eq(consents.contactId, id)).returning({ id: consents.id })),
		];
		await tx.delete(contacts).where(eq(contacts.id, id));
		return parts;
	},
	async district(tx, id) {
		await tx.delete(districts).where(eq(districts.id, id));
		return [];
	},
};

async function eraseFirm(tx: Db, id: string): Promise<Erased[]> {
	const own = await tx.select({ id: sites.id, districtId: sites.districtId }).from(sites).where(eq(sites.companyId, id));
	const siteIds = own.map((site) => site.id);
	const parts = [
		...(await eraseRoles(tx, or(eq(contactRoles.companyId, id), inArray(contactRoles.siteId, siteIds)))),
		...named('commitment', await tx.delete(companyCommitments).where(eq(companyCommitments.companyId, id)).returning({ id: companyCommitments.id })),
		...named('identifier', await tx.delete(companyIdentifiers).where(eq(companyIdentifiers.companyId, id)).returning({ id: companyIdentifiers.id })),
		...(await erasePlacing(tx, siteIds)),
		...named('site', own),
	];
	await tx.delete(companyResponsibles).where(eq(companyResponsibles.companyId, id));
	await tx.delete(sites).where(eq(sites.companyId, id));
	await tx.delete(companies).where(eq(companies.id, id));
	await recountDistricts(
		tx,
		own.map(({ districtId }) => districtId),
	);
	return parts;
}

async function eraseSite(tx: Db, id: string): Promise<Erased[]> {
	const [site] = await tx.select({ companyId: sites.companyId, districtId: sites.districtId }).from(sites).where(eq(sites.id, id));
	const parts = [...(await eraseRoles(tx, eq(contactRoles.siteId, id))), ...(await erasePlacing(tx, [id]))];
	await tx.delete(sites).where(eq(sites.id, id));
	if (site) await refreshCompany(tx, site.companyId, [site.districtId]);
	return parts;
}

/** In which districts sites were counted. */
const erasePlacing = async (tx: Db, siteIds: string[]): Promise<Erased[]> =>
	named('siteDistrict', await tx.delete(siteDistricts).where(inArray(siteDistricts.siteId, siteIds)).returning({ id: siteDistricts.id }));

/**
 * Roles go with whom they are with. A talk held in one keeps the person and the title of its day: it is about another
 * record, and the role hangs on nothing it says.
 */
async function eraseRoles(tx: Db, which: SQL | undefined): Promise<Erased[]> {
	const roles = await tx.select({ id: contactRoles.id, contactId: contactRoles.contactId }).from(contactRoles).where(which);
	const ids = roles.map(({ id }) => id);
	await tx.update(dialogueContacts).set({ contactRoleId: null }).where(inArray(dialogueContacts.contactRoleId, ids));
	await tx.delete(contactRoles).where(inArray(contactRoles.id, ids));
	// A person is found by the titles of their roles.
	await refreshFindables(tx, 'contact', [...new Set(roles.map(({ contactId }) => contactId))]);
	return named('contactRole', roles);
}

const named = (kind: string, rows: ReadonlyArray<{ id: string }>): Erased[] => rows.map(({ id }) => ({ kind, id }));
