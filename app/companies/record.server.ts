import { eq, inArray, or, type SQL } from 'drizzle-orm';
import { can } from '#app/auth/policy.ts';
import { divisionNames } from '#app/districts/industries.server.ts';
import { recountDistricts } from '#app/districts/summary.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { valuesBack } from '#app/record/field.ts';
import { entriesIn, followUpsOf, issuesOf, needsOf, rolesOf, rowsIn, talksAbout } from '#app/record/hanging.server.ts';
import { historyOf } from '#app/record/history.server.ts';
import { RESPONSIBLE } from '#app/record/history-fields.ts';
import { type EraseParts, type Kind, type Ref, refsOf } from '#app/record/kind.server.ts';
import { plainUpkeep } from '#app/record/plain.server.ts';
import { refusedBack, revertedBy, throughForm } from '#app/record/put-back.server.ts';
import { type Db, db } from '#db/client.server.ts';
import {
	companies,
	companyCommitments,
	companyIdentifiers,
	companyResponsibles,
	contactRoles,
	dialogueSubjects,
	followUps,
	issues,
	landowners,
	sites,
	skillNeeds,
} from '#db/schema/index.ts';
import { reviseCompany } from './commands.server.ts';
import { companyForm } from './company-form.server.ts';
import { refreshCompany } from './derived.server.ts';
import { COMPANY_FIELDS } from './fields.ts';
import { COMPANY_DRAWER, companyCards, companyEntries } from './findable.server.ts';
import { companyFor, firmsBeginning } from './queries.server.ts';
import { COMPANY } from './record.ts';
import { companyFormName, statusName } from './register-codes.server.ts';
import { cvrFrom } from './register-numbers.ts';
import { erasePlacing } from './site-record.server.ts';

export const companyKind: Kind = {
	...COMPANY,
	table: companies,
	found: { drawer: COMPANY_DRAWER.drawer, entries: companyEntries, cards: companyCards },
	upkeep: {
		...plainUpkeep(COMPANY, companies, { page: paths.company, mayRevise: (viewer) => can(viewer, 'revise', 'company') }),
		named: firmsMeant,
		fields: { ...historyOf(COMPANY_FIELDS, { formCode: companyFormName, status: statusName }), responsible: RESPONSIBLE },
		async putBack(viewer, seen, change) {
			const form = companyForm(new Set((await divisionNames()).keys()));
			return throughForm(form, { ...valuesBack(COMPANY_FIELDS, await companyFor(viewer, seen.id), change), ...seen }, async (input) => {
				const answer = await reviseCompany(viewer, input);
				return answer.kind === 'known' ? refusedBack(m.upkeep_revert_cvr_taken()) : revertedBy(answer);
			});
		},
		hanging: (id) => [
			talksAbout(or(eq(dialogueSubjects.thenCompanyId, id), eq(dialogueSubjects.companyId, id), inArray(dialogueSubjects.siteId, sitesOf(id)))),
			followUpsOf(or(eq(followUps.companyId, id), inArray(followUps.siteId, sitesOf(id)))),
			needsOf(or(eq(skillNeeds.companyId, id), inArray(skillNeeds.siteId, sitesOf(id)))),
			issuesOf(eq(issues.companyId, id)),
			{ what: 'ownerRole', label: () => m.upkeep_hanging_owner_role(), isKeeping: true, ids: rowsIn(landowners, eq(landowners.companyId, id)) },
			{ what: 'sites', label: () => m.upkeep_hanging_sites(), ids: rowsIn(sites, eq(sites.companyId, id)) },
			rolesOf(or(eq(contactRoles.companyId, id), inArray(contactRoles.siteId, sitesOf(id)))),
			{
				...{ what: 'commitments', label: () => m.upkeep_hanging_commitments(), noun: 'commitment' },
				ids: entriesIn(companyCommitments, eq(companyCommitments.companyId, id)),
			},
		],
		// Needs and issues of a firm that is gone are nobody's to work on.
		parts: (id) => [
			{ kind: 'site', table: sites, which: eq(sites.companyId, id) },
			{ kind: 'need', table: skillNeeds, which: eq(skillNeeds.companyId, id) },
			{ kind: 'issue', table: issues, which: eq(issues.companyId, id) },
		],
		afterSettled: refreshFirm,
		erase: eraseFirm,
	},
};

/** Firms by their CVR number or the beginning of a word of a name. */
function firmsMeant(typed: string): SQL | undefined {
	const cvr = cvrFrom(typed);
	return or(cvr ? eq(companies.cvr, cvr) : undefined, inArray(companies.id, firmsBeginning(typed)));
}

const sitesOf = (companyId: string) => db.select({ id: sites.id }).from(sites).where(eq(sites.companyId, companyId));

/** A firm put away keeps its main site and district: its page still says where it was. */
async function refreshFirm(tx: Db, id: string) {
	const [firm] = await tx.select({ districtId: companies.districtId, archivedAt: companies.archivedAt }).from(companies).where(eq(companies.id, id));
	const own = await tx.select({ districtId: sites.districtId }).from(sites).where(eq(sites.companyId, id));
	const touched = [firm?.districtId, ...own.map(({ districtId }) => districtId)];
	if (firm?.archivedAt) await recountDistricts(tx, touched);
	else await refreshCompany(tx, id, new Set(touched.map((districtId) => districtId ?? null)));
}

async function eraseFirm(tx: Db, id: string, parts: EraseParts): Promise<Ref[]> {
	const own = await tx.select({ id: sites.id, districtId: sites.districtId }).from(sites).where(eq(sites.companyId, id));
	const siteIds = own.map((site) => site.id);
	const gone = [
		...(await parts('contactRole', or(eq(contactRoles.companyId, id), inArray(contactRoles.siteId, siteIds)))),
		...(await parts('commitment', eq(companyCommitments.companyId, id))),
		...refsOf('identifier', await tx.delete(companyIdentifiers).where(eq(companyIdentifiers.companyId, id)).returning({ id: companyIdentifiers.id })),
		...(await erasePlacing(tx, siteIds)),
		...refsOf('site', own),
	];
	await tx.delete(companyResponsibles).where(eq(companyResponsibles.companyId, id));
	await tx.delete(sites).where(eq(sites.companyId, id));
	await tx.delete(companies).where(eq(companies.id, id));
	await recountDistricts(
		tx,
		own.map(({ districtId }) => districtId),
	);
	return gone;
}
