import type { Viewer } from '#app/auth/viewer.ts';
import { refreshCompany } from '#app/companies/derived.server.ts';
import { refreshFindable } from '#app/findable/refresh.server.ts';
import { write } from '#db/client.server.ts';
import { addressKey, fold, nameKey, sortName } from '#db/fold.ts';
import { newId } from '#db/new-id.ts';
import { phoneKey } from '#db/phone-key.ts';
import {
	companies,
	contactRoles,
	contacts,
	dialogueIssues,
	dialogueSubjects,
	dialogues,
	issues,
	landowners,
	ownerships,
	properties,
	sites,
	skillNeeds,
	stances,
	timelineEntries,
} from '#db/schema/index.ts';

type CompanyRow = Partial<typeof companies.$inferInsert>;
type SiteRow = Partial<typeof sites.$inferInsert>;
type LandownerRow = Partial<typeof landowners.$inferInsert>;
type PropertyRow = Partial<typeof properties.$inferInsert>;
type ContactRow = Partial<typeof contacts.$inferInsert>;
type RoleRow = Partial<typeof contactRoles.$inferInsert>;

// Makers for odd rows: straight into the tables, derived data included, no rules asked.
export const make = {
	async company({ site, ...given }: CompanyRow & { name: string; site?: SiteRow | null }) {
		const id = given.id ?? newId();
		const siteId = newId();
		const dates = { createdAt: new Date(), updatedAt: new Date() };
		await write(async (tx) => {
			await tx.insert(companies).values({ ...dates, sortName: sortName(given.name), nameKey: nameKey(given.name), ...given, id });
			if (site !== null) {
				const place = { name: given.name, isMain: true, ...site };
				const key = addressKey(place.address ?? null, place.postalCode ?? null);
				await tx.insert(sites).values({ ...dates, ...place, addressKey: key, id: siteId, companyId: id });
			}
			await refreshCompany(tx, id);
		});
		return { id, siteId, name: given.name };
	},

	async site(companyId: string, given: SiteRow & { name: string }) {
		const id = given.id ?? newId();
		const dates = { createdAt: new Date(), updatedAt: new Date() };
		await write(async (tx) => {
			const key = addressKey(given.address ?? null, given.postalCode ?? null);
			await tx.insert(sites).values({ ...dates, ...given, addressKey: key, id, companyId });
			await refreshCompany(tx, companyId);
		});
		return { id };
	},

	/** A person; `role` says what they are to whom: `{ companyId }`, `{ siteId }` or `{ landownerId, propertyId? }`. */
	async contact({ role, ...given }: ContactRow & { name: string; role?: RoleRow }) {
		const id = given.id ?? newId();
		const dates = { createdAt: new Date(), updatedAt: new Date() };
		const keys = { sortName: sortName(given.name), nameKey: fold(given.name), phoneKey: phoneKey(given.phone) };
		await write(async (tx) => {
			await tx.insert(contacts).values({ ...dates, ...keys, ...given, id });
			await refreshFindable(tx, { kind: 'contact', id });
		});
		const roleId = role ? (await make.role(id, role)).id : null;
		return { id, roleId, name: given.name };
	},

	async role(contactId: string, given: RoleRow) {
		const id = given.id ?? newId();
		const dates = { createdAt: new Date(), updatedAt: new Date() };
		await write(async (tx) => {
			await tx.insert(contactRoles).values({ ...dates, ...given, id, contactId });
			await refreshFindable(tx, { kind: 'contact', id: contactId });
		});
		return { id };
	},

	async landowner(given: LandownerRow & { name: string }) {
		const id = given.id ?? newId();
		const dates = { createdAt: new Date(), updatedAt: new Date() };
		const kind = given.companyId ? ('company' as const) : ('person' as const);
		const names = { sortName: sortName(given.name), nameKey: nameKey(given.name) };
		await write(async (tx) => {
			await tx.insert(landowners).values({ ...dates, kind, ...names, phoneKey: phoneKey(given.phone), ...given, id });
			await refreshFindable(tx, { kind: 'landowner', id });
		});
		return { id, name: given.name };
	},

	/** A property; `owners` share it in equal parts from the beginning. */
	async property({ owners = [], ...given }: PropertyRow & { name: string; owners?: ReadonlyArray<{ id: string }> }) {
		const id = given.id ?? newId();
		const dates = { createdAt: new Date(), updatedAt: new Date() };
		const key = addressKey(given.address ?? null, given.postalCode ?? null);
		await write(async (tx) => {
			await tx.insert(properties).values({ ...dates, sortName: sortName(given.name), addressKey: key, ...given, id });
			await refreshFindable(tx, { kind: 'property', id });
		});
		for (const owner of owners) await make.ownership({ propertyId: id, landownerId: owner.id, shareOf: 1, shareIn: owners.length });
		return { id, name: given.name };
	},

	async ownership(given: Partial<typeof ownerships.$inferInsert> & { propertyId: string; landownerId: string }) {
		const id = given.id ?? newId();
		await write(async (tx) => {
			await tx.insert(ownerships).values({ createdAt: new Date(), updatedAt: new Date(), ...given, id });
		});
		return { id };
	},

	async dialogue(author: Viewer, given: Partial<typeof dialogues.$inferInsert> & { companyId: string; siteId?: string; districtId?: string }) {
		const { companyId, siteId, districtId, ...rest } = given;
		const id = rest.id ?? newId();
		const heldOn = rest.heldOn ?? '2026-11-02';
		const unitId = author.memberships[0]?.unitId ?? '';
		await write(async (tx) => {
			const dates = { createdAt: new Date(), updatedAt: new Date() };
			await tx.insert(dialogues).values({ ...dates, authorId: author.id, unitId, channel: 'visit', ...rest, heldOn, id });
			const subject = siteId ? { siteId } : { companyId };
			await tx
				.insert(dialogueSubjects)
				.values({ id: newId(), dialogueId: id, ...subject, thenCompanyId: companyId, thenDistrictId: districtId ?? null });
			const scopes = [
				{ scopeKind: 'company' as const, scopeId: companyId },
				...(siteId ? [{ scopeKind: 'site' as const, scopeId: siteId }] : []),
				...(districtId ? [{ scopeKind: 'district' as const, scopeId: districtId }] : []),
			];
			await tx.insert(timelineEntries).values(scopes.map((scope) => ({ ...scope, heldOn, kind: 'dialogue' as const, recordId: id })));
		});
		return { id };
	},

	/** A skill a firm lacks, noted by this person's unit. */
	async need(author: Viewer, given: Partial<typeof skillNeeds.$inferInsert> & { companyId: string }) {
		const id = given.id ?? newId();
		const unitId = author.memberships[0]?.unitId ?? '';
		await write(async (tx) => {
			await tx.insert(skillNeeds).values({ createdAt: new Date(), updatedAt: new Date(), wording: 'svejser', unitId, ...given, id });
			await refreshFindable(tx, { kind: 'need', id });
		});
		return { id };
	},

	/** An owner's position, taken down by this person's unit. */
	async stance(author: Viewer, given: Partial<typeof stances.$inferInsert> & { landownerId: string }) {
		const id = given.id ?? newId();
		const unitId = author.memberships[0]?.unitId ?? '';
		await write(async (tx) => {
			await tx.insert(stances).values({ createdAt: new Date(), level: 3, takenOn: '2026-11-02', authorId: author.id, unitId, ...given, id });
		});
		return { id };
	},

	/** A matter that lives over many talks; without `raisedInId` raised outside one. */
	async issue(author: Viewer, given: Partial<typeof issues.$inferInsert> & { title: string }) {
		const id = given.id ?? newId();
		const unitId = author.memberships[0]?.unitId ?? '';
		await write(async (tx) => {
			await tx
				.insert(issues)
				.values({ createdAt: new Date(), updatedAt: new Date(), openedOn: '2026-11-02', ownerId: author.id, unitId, ...given, id });
			if (given.raisedInId) await tx.insert(dialogueIssues).values({ dialogueId: given.raisedInId, issueId: id });
			await refreshFindable(tx, { kind: 'issue', id });
		});
		return { id };
	},
};
