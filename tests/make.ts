import type { Viewer } from '#app/auth/viewer.ts';
import { refreshCompany } from '#app/companies/derived.server.ts';
import { write } from '#db/client.server.ts';
import { addressKey, nameKey, sortName } from '#db/fold.ts';
import { newId } from '#db/new-id.ts';
import { companies, dialogueSubjects, dialogues, sites, timelineEntries } from '#db/schema/index.ts';

type CompanyRow = Partial<typeof companies.$inferInsert>;
type SiteRow = Partial<typeof sites.$inferInsert>;

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
};
