import { and, eq, isNull, ne } from 'drizzle-orm';
import { differences, hasDifferences } from '#app/activity/differences.ts';
import { type Conflict, conflictWith } from '#app/activity/edition.server.ts';
import { recordActivity } from '#app/activity/record.server.ts';
import { can } from '#app/auth/policy.ts';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { dropDraft } from '#app/drafts/drafts.server.ts';
import { forbidden, notFound } from '#app/http/errors.ts';
import { type Db, write } from '#db/client.server.ts';
import { addressKey } from '#db/fold.ts';
import { companies, sites } from '#db/schema/index.ts';
import { isDuplicate } from '#db/sql.server.ts';
import { actorOf, byHand, districtChoiceOf, headsOf } from './by-hand.server.ts';
import { refreshCompany } from './derived.server.ts';
import { type DistrictChoice, insertSite, type SiteFields, updateSite } from './rows.server.ts';
import type { SiteInput } from './site-form.server.ts';
import { districtFieldOf } from './site-values.ts';

type SiteRow = typeof sites.$inferSelect;

/** What became of a site as typed; a taken number or address names the site that has it. */
export type SiteKept =
	| { kind: 'kept'; id: string }
	| { kind: 'p-number-taken'; siteId: string; companyName: string }
	| { kind: 'address-taken'; siteId: string };

/** Opens a further site of a firm. The same id again is the same site; `differs` when it stands with other words. */
export async function openSite(viewer: Viewer, companyId: string, input: SiteInput): Promise<SiteKept | { kind: 'differs'; id: string }> {
	if (!can(viewer, 'create', 'site')) throw forbidden();
	const attempt = () =>
		write(async (tx): Promise<SiteKept | { kind: 'differs'; id: string }> => {
			const [same] = await tx.select().from(sites).where(eq(sites.id, input.id));
			if (same && hasDifferences(same, { ...fieldsOf(input), companyId, isMain: same.isMain })) return { kind: 'differs', id: same.id };
			await dropDraft(tx, viewer, { form: 'site', recordId: input.id });
			if (same) return { kind: 'kept', id: same.id };
			const [firm] = await tx
				.select({ id: companies.id })
				.from(companies)
				.where(and(eq(companies.id, companyId), within(viewer, 'companies')));
			if (!firm) throw notFound();
			const taken = await takenBy(tx, companyId, input);
			if (taken) return taken;
			const choice = await districtChoiceOf(tx, viewer, input.district);
			await insertSite(tx, { ...fieldsOf(input), id: input.id, companyId, name: input.name }, byHand(), choice);
			await refreshCompany(tx, companyId);
			await recordActivity(tx, actorOf(viewer), {
				verb: 'site.opened',
				subject: { kind: 'site', id: input.id },
				also: [{ kind: 'company', id: companyId }],
				changes: { name: [null, input.name], pNumber: [null, input.pNumber], address: [null, input.address] },
			});
			return { kind: 'kept', id: input.id };
		});
	return attempt().catch((error: unknown) => {
		if (isDuplicate(error)) return attempt();
		throw error;
	});
}

/**
 * Changes a site; a changed district is dated in its history, one set by hand stays whatever the point says.
 * `conflict`: somebody else saved since the form was opened; nothing is written.
 */
export async function reviseSite(viewer: Viewer, input: SiteInput): Promise<SiteKept | Conflict> {
	if (!can(viewer, 'revise', 'site')) throw forbidden();
	return write(async (tx): Promise<SiteKept | Conflict> => {
		const [before] = await tx
			.select()
			.from(sites)
			.where(and(eq(sites.id, input.id), within(viewer, 'sites', { archived: true })));
		if (!before) throw notFound();
		const taken = await takenBy(tx, before.companyId, input);
		if (taken) return taken;
		const changes = differences(before, wantedOf(before, input));
		const choice = await changedChoice(tx, viewer, before, input.district);
		const fields: SiteFields = Object.fromEntries(Object.entries(changes).map(([field, [, after]]) => [field, after]));
		if (Object.keys(fields).length === 0 && !choice) {
			await dropDraft(tx, viewer, { form: 'site', recordId: input.id });
			return { kind: 'kept', id: input.id };
		}
		const isSeen = before.version === input.version;
		if (!isSeen || !(await updateSite(tx, before, fields, byHand(), choice))) return conflictWith(tx, { kind: 'site', id: input.id });
		await dropDraft(tx, viewer, { form: 'site', recordId: input.id });
		await refreshCompany(tx, before.companyId, [before.districtId]);
		if (choice) changes.district = [before.districtId, typeof choice === 'object' ? choice.id : choice];
		await recordActivity(tx, actorOf(viewer), {
			verb: 'site.revised',
			subject: { kind: 'site', id: input.id },
			also: [{ kind: 'company', id: before.companyId }],
			changes,
		});
		return { kind: 'kept', id: input.id };
	});
}

async function changedChoice(tx: Db, viewer: Viewer, before: SiteRow, chosen: string | undefined): Promise<DistrictChoice> {
	return (chosen ?? '') === districtFieldOf(before) ? undefined : districtChoiceOf(tx, viewer, chosen);
}

async function takenBy(tx: Db, companyId: string, input: SiteInput): Promise<SiteKept | null> {
	if (input.pNumber) {
		const [other] = await tx
			.select({ siteId: sites.id, companyName: companies.name })
			.from(sites)
			.innerJoin(companies, eq(companies.id, sites.companyId))
			.where(and(eq(sites.pNumber, input.pNumber), ne(sites.id, input.id)));
		return other ? { kind: 'p-number-taken', ...other } : null;
	}
	// Without a number the address tells two sites of one firm apart.
	const [other] = await tx
		.select({ siteId: sites.id })
		.from(sites)
		.where(
			and(
				eq(sites.companyId, companyId),
				isNull(sites.pNumber),
				eq(sites.addressKey, addressKey(input.address, input.postalCode)),
				ne(sites.id, input.id),
			),
		);
	return other ? { kind: 'address-taken', ...other } : null;
}

function fieldsOf(input: SiteInput): SiteFields & { name: string } {
	const { id: _id, version: _version, point, district: _district, ...own } = input;
	return { ...own, lat: point?.lat ?? null, lon: point?.lon ?? null, ...headsOf(input) };
}

/** A firm always has its main site: the mark moves to another site, it is never just taken off. */
function wantedOf(before: SiteRow, input: SiteInput): SiteFields {
	const kept =
		input.headcount === null && before.headcount === null ? { headcountOn: before.headcountOn, headcountSource: before.headcountSource } : {};
	return { ...fieldsOf(input), ...kept, isMain: before.isMain || input.isMain };
}
