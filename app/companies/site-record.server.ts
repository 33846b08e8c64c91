import { and, eq, inArray, isNull, like, ne, or, type SQL } from 'drizzle-orm';
import { can } from '#app/auth/policy.ts';
import { recountDistricts } from '#app/districts/summary.server.ts';
import { notFound } from '#app/http/errors.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { followUpsOf, needsOf, rolesOf, talksAbout } from '#app/record/hanging.server.ts';
import { PLACE, revertible } from '#app/record/history-fields.ts';
import { type Kind, type Obstacle, type PutAwayState, type Ref, refsOf } from '#app/record/kind.server.ts';
import { plainUpkeep } from '#app/record/plain.server.ts';
import { refusedBack, revertedBy, throughForm } from '#app/record/put-back.server.ts';
import { type Db, db } from '#db/client.server.ts';
import { fold } from '#db/fold.ts';
import { companies, contactRoles, dialogueSubjects, followUps, siteDistricts, sites, skillNeeds } from '#db/schema/index.ts';
import { refreshCompany } from './derived.server.ts';
import { dotted } from './industry-code.ts';
import { firmsBeginning, siteFor } from './queries.server.ts';
import { SITE } from './record.ts';
import { pNumberFrom } from './register-numbers.ts';
import { reviseSite } from './site-commands.server.ts';
import { siteCards, siteEntries } from './site-findable.server.ts';
import { siteForm } from './site-form.server.ts';
import { siteValuesOf } from './site-values.ts';

/** Sites by their P-number, the beginning of their address, or their firm's name. */
function sitesMeant(typed: string): SQL | undefined {
	const pNumber = pNumberFrom(typed);
	const address = fold(typed);
	return or(
		pNumber ? eq(sites.pNumber, pNumber) : undefined,
		address ? like(sites.addressKey, `${address}%`) : undefined,
		inArray(sites.companyId, firmsBeginning(typed)),
	);
}

export const siteKind: Kind = {
	...SITE,
	table: sites,
	found: { drawer: 4, entries: siteEntries, cards: siteCards },
	upkeep: {
		...plainUpkeep(SITE, sites, { page: paths.site, mayRevise: (viewer) => can(viewer, 'revise', 'site') }),
		named: sitesMeant,
		apart: () => inArray(sites.companyId, db.select({ id: companies.id }).from(companies).where(isNull(companies.archivedAt))),
		fields: {
			...PLACE,
			...revertible({
				name: () => m.companies_site_name(),
				pNumber: () => m.companies_p_number(),
				headcount: () => m.companies_heads(),
				headcountOn: () => m.companies_headcount_on(),
				headcountSource: () => m.companies_headcount_source(),
				isProtected: () => m.companies_protected(),
				startedOn: () => m.companies_started_on(),
				ceasedOn: () => m.companies_ceased_on(),
			}),
			isMain: { label: () => m.companies_is_main() },
			industryCode: { label: () => m.companies_industry(), words: dotted },
		},
		putBack: async (viewer, seen, { field, before }) =>
			throughForm(siteForm(), { ...siteValuesOf(await siteFor(viewer, seen.id)), ...seen, [field]: before }, async (input) => {
				const answer = await reviseSite(viewer, input);
				return 'siteId' in answer ? refusedBack(m.upkeep_revert_site_taken()) : revertedBy(answer);
			}),
		hanging: (id) => [
			talksAbout(eq(dialogueSubjects.siteId, id)),
			followUpsOf(eq(followUps.siteId, id)),
			needsOf(eq(skillNeeds.siteId, id)),
			rolesOf(eq(contactRoles.siteId, id)),
		],
		obstacle: obstacleOf,
		afterSettled: refreshFirmOf,
		async erase(tx, id, parts) {
			const [site] = await tx.select({ companyId: sites.companyId, districtId: sites.districtId }).from(sites).where(eq(sites.id, id));
			const gone = [...(await parts('contactRole', eq(contactRoles.siteId, id))), ...(await erasePlacing(tx, [id]))];
			await tx.delete(sites).where(eq(sites.id, id));
			if (site) await refreshCompany(tx, site.companyId, [site.districtId]);
			return gone;
		},
	},
};

async function obstacleOf(tx: Db, id: string, state: PutAwayState): Promise<Obstacle | null> {
	const site = await withFirm(tx, id);
	if (!site) throw notFound();
	if (state === 'present') return site.firmArchivedAt ? 'company_archived' : null;
	if (site.firmArchivedAt) return null;
	// A firm that is there has at least one site: its district is the firm's.
	const [another] = await tx
		.select({ id: sites.id })
		.from(sites)
		.where(and(eq(sites.companyId, site.companyId), isNull(sites.archivedAt), ne(sites.id, id)))
		.limit(1);
	return another ? null : 'last_site';
}

async function refreshFirmOf(tx: Db, siteId: string) {
	const site = await withFirm(tx, siteId);
	if (!site) return;
	if (site.firmArchivedAt) await recountDistricts(tx, [site.districtId]);
	else await refreshCompany(tx, site.companyId, [site.districtId]);
}

async function withFirm(tx: Db, siteId: string) {
	const [site] = await tx
		.select({ companyId: sites.companyId, districtId: sites.districtId, firmArchivedAt: companies.archivedAt })
		.from(sites)
		.innerJoin(companies, eq(companies.id, sites.companyId))
		.where(eq(sites.id, siteId));
	return site;
}

/** In which districts sites were counted. */
export const erasePlacing = async (tx: Db, siteIds: string[]): Promise<Ref[]> =>
	refsOf('siteDistrict', await tx.delete(siteDistricts).where(inArray(siteDistricts.siteId, siteIds)).returning({ id: siteDistricts.id }));
