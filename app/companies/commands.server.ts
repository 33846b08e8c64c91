import { and, eq, ne } from 'drizzle-orm';
import { differences, hasDifferences } from '#app/activity/differences.ts';
import { type Conflict, conflictWith } from '#app/activity/edition.server.ts';
import { recordActivity } from '#app/activity/record.server.ts';
import { can } from '#app/auth/policy.ts';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { dropDraft } from '#app/drafts/drafts.server.ts';
import { forbidden, notFound } from '#app/http/errors.ts';
import { type Db, write } from '#db/client.server.ts';
import { newId } from '#db/new-id.ts';
import { companies, sites } from '#db/schema/index.ts';
import { isDuplicate } from '#db/sql.server.ts';
import { actorOf, byHand, districtChoiceOf, headsOf, industryOf } from './by-hand.server.ts';
import type { CompanyInput, NewCompanyInput } from './company-form.server.ts';
import { refreshCompany } from './derived.server.ts';
import { type LookAlike, lookAlikesOf } from './look-alikes.server.ts';
import { statusGroupOf } from './register-codes.server.ts';
import { type CompanyFields, insertCompany, insertSite, updateCompany } from './rows.server.ts';

/**
 * What became of a firm as typed. `known`: the CVR number is another firm's, which is where the work goes on. `differs`:
 * this form saved the firm before, and it stands with other words now.
 */
export type Registered =
	| { kind: 'registered'; id: string }
	| { kind: 'known'; id: string }
	| { kind: 'differs'; id: string }
	| { kind: 'look-alikes'; firms: LookAlike[] }
	| { kind: 'p-number-taken'; companyId: string; companyName: string };

/**
 * Registers a firm with its first site. A known CVR number registers nothing and names its firm; a name like
 * another's registers nothing unless the viewer has confirmed it. The same id again is the same firm.
 */
export async function registerCompany(viewer: Viewer, input: NewCompanyInput): Promise<Registered> {
	if (!can(viewer, 'create', 'company')) throw forbidden();
	const twins = input.confirm ? [] : await lookAlikesOf(viewer, input.name, input.id);
	const attempt = () =>
		write(async (tx): Promise<Registered> => {
			const settled = await settledBefore(tx, viewer, input);
			if (settled) return settled;
			if (twins.length > 0) return { kind: 'look-alikes', firms: twins };
			await insertFirm(tx, viewer, input);
			await dropDraft(tx, viewer, { form: 'company', recordId: input.id });
			await refreshCompany(tx, input.id);
			await recordActivity(tx, actorOf(viewer), {
				verb: 'company.registered',
				subject: { kind: 'company', id: input.id },
				changes: { name: [null, input.name], cvr: [null, input.cvr] },
			});
			return { kind: 'registered', id: input.id };
		});
	// On PostgreSQL two equal posts can pass the look before either has written: the second look finds the row.
	return attempt().catch((error: unknown) => {
		if (isDuplicate(error)) return attempt();
		throw error;
	});
}

async function settledBefore(tx: Db, viewer: Viewer, input: NewCompanyInput): Promise<Registered | null> {
	const [same] = await tx.select().from(companies).where(eq(companies.id, input.id));
	if (same) {
		// A form sent again because its answer was lost is answered like the first time; one typed further is not "saved".
		const [site] = await tx
			.select()
			.from(sites)
			.where(and(eq(sites.companyId, same.id), eq(sites.isMain, true)));
		const isSame = site && !hasDifferences(same, firmOf(input)) && !hasDifferences(site, firstSiteOf(input));
		if (isSame) await dropDraft(tx, viewer, { form: 'company', recordId: input.id });
		return { kind: isSame ? 'registered' : 'differs', id: same.id };
	}
	if (input.cvr) {
		const [known] = await tx.select({ id: companies.id }).from(companies).where(eq(companies.cvr, input.cvr));
		if (known) return { kind: 'known', id: known.id };
	}
	if (!input.pNumber) return null;
	const [taken] = await tx
		.select({ companyId: sites.companyId, companyName: companies.name })
		.from(sites)
		.innerJoin(companies, eq(companies.id, sites.companyId))
		.where(eq(sites.pNumber, input.pNumber));
	return taken ? { kind: 'p-number-taken', ...taken } : null;
}

async function insertFirm(tx: Db, viewer: Viewer, input: NewCompanyInput) {
	const origin = byHand();
	await insertCompany(tx, { id: input.id, ...firmOf(input) }, origin);
	const site = { id: newId(), companyId: input.id, isMain: true, ...firstSiteOf(input) };
	await insertSite(tx, site, origin, await districtChoiceOf(tx, viewer, input.district));
}

function firmOf(input: NewCompanyInput) {
	const { name, cvr, alternativeNames, formCode, phone, email, website, isProtected } = input;
	return { name, cvr, alternativeNames, formCode, ...industryOf(input.industry), phone, email, website, isProtected, ...headsOf(input) };
}

function firstSiteOf(input: NewCompanyInput) {
	const { name, pNumber, address, postalCode, city, isProtected } = input;
	const point = { lat: input.point?.lat ?? null, lon: input.point?.lon ?? null };
	return { name, pNumber, address, postalCode, city, ...point, isProtected, industryCode: input.industry, ...headsOf(input) };
}

export type Revised = { kind: 'revised' } | { kind: 'known'; id: string } | Conflict;

/**
 * Changes a firm's own fields. `conflict`: somebody else saved since the form was opened; nothing is written. What stands
 * as typed already is no conflict: a form sent again because its answer was lost is answered like the first time.
 */
export async function reviseCompany(viewer: Viewer, input: CompanyInput): Promise<Revised> {
	if (!can(viewer, 'revise', 'company')) throw forbidden();
	return write(async (tx): Promise<Revised> => {
		const [before] = await tx
			.select()
			.from(companies)
			.where(and(eq(companies.id, input.id), within(viewer, 'companies', { archived: true })));
		if (!before) throw notFound();
		if (input.cvr) {
			const [known] = await tx
				.select({ id: companies.id })
				.from(companies)
				.where(and(eq(companies.cvr, input.cvr), ne(companies.id, input.id)));
			if (known) return { kind: 'known', id: known.id };
		}
		const changes = differences(before, wantedOf(before, input));
		const fields: CompanyFields = Object.fromEntries(Object.entries(changes).map(([field, [, after]]) => [field, after]));
		if (Object.keys(fields).length === 0) {
			await dropDraft(tx, viewer, { form: 'company', recordId: input.id });
			return { kind: 'revised' };
		}
		const isSeen = before.version === input.version;
		if (!isSeen || !(await updateCompany(tx, before, fields, byHand()))) return conflictWith(tx, { kind: 'company', id: input.id });
		await dropDraft(tx, viewer, { form: 'company', recordId: input.id });
		await refreshCompany(tx, input.id);
		await recordActivity(tx, actorOf(viewer), { verb: 'company.revised', subject: { kind: 'company', id: input.id }, changes });
		return { kind: 'revised' };
	});
}

type CompanyRow = typeof companies.$inferSelect;

/** The row's fields as the form wants them; what the form leaves untouched keeps the register's wording. */
function wantedOf(before: CompanyRow, input: CompanyInput): CompanyFields {
	const { id: _id, version: _version, industry, knowledgeReason, ...own } = input;
	const group = input.status === null ? 'active' : statusGroupOf(input.status);
	return {
		...own,
		...headsOf(input),
		knowledgeReason: input.knowledgeOverride === 'auto' ? null : knowledgeReason,
		...(industry === before.industryCode ? {} : industryOf(industry)),
		...(input.status === before.status ? {} : { statusGroup: group ?? before.statusGroup }),
		...(input.headcount === null && before.headcount === null ? { headcountOn: before.headcountOn, headcountSource: before.headcountSource } : {}),
	};
}
