import { and, eq, ne } from 'drizzle-orm';
import { hasDifferences } from '#app/activity/differences.ts';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { type Created, madeBefore, type Revised, recordDeed, revise, writeOnce } from '#app/editing/revise.server.ts';
import { notFound } from '#app/http/errors.ts';
import { firstColumns } from '#app/record/field.ts';
import { demand } from '#app/record/guard.server.ts';
import { type Db, write } from '#db/client.server.ts';
import { newId } from '#db/new-id.ts';
import { companies, sites } from '#db/schema/index.ts';
import { byHand, districtChoiceOf, headsOf, industryOf } from './by-hand.server.ts';
import type { CompanyInput, NewCompanyInput } from './company-form.server.ts';
import { refreshCompany } from './derived.server.ts';
import { COMPANY_FIELDS } from './fields.ts';
import { type LookAlike, lookAlikesOf } from './look-alikes.server.ts';
import { statusGroupOf } from './register-codes.server.ts';
import { type CompanyFields, insertCompany, insertSite, updateCompany } from './rows.server.ts';

/** What became of a firm as typed. `known`: the CVR number is another firm's, which is where the work goes on. */
export type Registered =
	| Created
	| { kind: 'known'; id: string }
	| { kind: 'look-alikes'; firms: LookAlike[] }
	| { kind: 'p-number-taken'; companyId: string; companyName: string };

/**
 * Registers a firm with its first site. A known CVR number registers nothing and names its firm; a name like
 * another's registers nothing unless the viewer has confirmed it. The same id again is the same firm.
 */
export async function registerCompany(viewer: Viewer, input: NewCompanyInput): Promise<Registered> {
	demand(viewer, 'create', 'company');
	const twins = input.confirm ? [] : await lookAlikesOf(viewer, input, input.id);
	return writeOnce(async (tx): Promise<Registered> => {
		const settled = await settledBefore(tx, viewer, input);
		if (settled) return settled;
		if (twins.length > 0) return { kind: 'look-alikes', firms: twins };
		await insertFirm(tx, viewer, input);
		await refreshCompany(tx, input.id);
		const changes = { name: [null, input.name], cvr: [null, input.cvr] } as const;
		await recordDeed(tx, viewer, { verb: 'company.registered', subject: { kind: 'company', id: input.id }, changes }, false);
		return { kind: 'saved', id: input.id };
	});
}

async function settledBefore(tx: Db, viewer: Viewer, input: NewCompanyInput): Promise<Registered | null> {
	const [same] = await tx.select().from(companies).where(eq(companies.id, input.id));
	if (same) {
		const [site] = await tx
			.select()
			.from(sites)
			.where(and(eq(sites.companyId, same.id), eq(sites.isMain, true)));
		const isAsTyped = site !== undefined && !hasDifferences(same, firmOf(input)) && !hasDifferences(site, firstSiteOf(input));
		return madeBefore(tx, viewer, { kind: 'company', id: same.id }, isAsTyped);
	}
	const [known] = input.cvr ? await tx.select({ id: companies.id }).from(companies).where(eq(companies.cvr, input.cvr)) : [];
	if (known) return { kind: 'known', id: known.id };
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

const firmOf = (input: NewCompanyInput) => ({ ...firstColumns(COMPANY_FIELDS, input), ...industryOf(input.industry), ...headsOf(input) });

function firstSiteOf(input: NewCompanyInput) {
	const { name, pNumber, address, postalCode, city, isProtected } = input;
	const point = { lat: input.point?.lat ?? null, lon: input.point?.lon ?? null };
	return { name, pNumber, address, postalCode, city, ...point, isProtected, industryCode: input.industry, ...headsOf(input) };
}

/** Changes a firm's own fields. `known`: the CVR number is another firm's. */
export async function reviseCompany(viewer: Viewer, input: CompanyInput): Promise<Revised | { kind: 'known'; id: string; name: string }> {
	demand(viewer, 'revise', 'company');
	const { id, version, cvr } = input;
	return write(async (tx) => {
		const [before] = await tx
			.select()
			.from(companies)
			.where(and(eq(companies.id, id), within(viewer, 'companies', { archived: true })));
		if (!before) throw notFound();
		const [known] = cvr
			? await tx
					.select({ id: companies.id, name: companies.name })
					.from(companies)
					.where(and(eq(companies.cvr, cvr), ne(companies.id, id)))
			: [];
		if (known) return { kind: 'known' as const, ...known };
		return revise<CompanyRow>(
			tx,
			viewer,
			{ kind: 'company', id },
			{
				...{ before, version, wanted: wantedOf(before, input) },
				save: (fields) => updateCompany(tx, before, fields, byHand()),
				after: () => refreshCompany(tx, id),
			},
		);
	});
}

type CompanyRow = typeof companies.$inferSelect;

/** The row's fields as the form wants them; what the form leaves untouched keeps the register's wording. */
function wantedOf(before: CompanyRow, input: CompanyInput): CompanyFields {
	const { id: _id, version: _version, industry, knowledgeReason, ...own } = input;
	const group = input.status === null ? 'active' : statusGroupOf(input.status);
	return {
		...own,
		...headsOf(input, before),
		knowledgeReason: input.knowledgeOverride === 'auto' ? null : knowledgeReason,
		...(industry === before.industryCode ? {} : industryOf(industry)),
		...(input.status === before.status ? {} : { statusGroup: group ?? before.statusGroup }),
	};
}
