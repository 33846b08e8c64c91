import { and, desc, eq, inArray } from 'drizzle-orm';
import { fieldUnits } from '#app/auth/acting.ts';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { type CompanyHit, companyHits, companyHitsById } from '#app/companies/hits.server.ts';
import { cvrFrom, pNumberFrom } from '#app/companies/register-numbers.ts';
import { db } from '#db/client.server.ts';
import { fold, nameKey } from '#db/fold.ts';
import { isId } from '#db/new-id.ts';
import { companies, dialogueSubjects, dialogues, sites } from '#db/schema/index.ts';

const LONGEST_NAME = 200;

/** The last firms the viewer talked with, filled up with those of the unit: the chips under the firm field. */
export async function recentFirms(viewer: Viewer, limit = 6): Promise<CompanyHit[]> {
	const units = fieldUnits(viewer).map(({ unitId }) => unitId);
	const ids = new Set(await firmsOfLatest(viewer, eq(dialogues.authorId, viewer.id)));
	if (ids.size < limit && units.length > 0) for (const id of await firmsOfLatest(viewer, inArray(dialogues.unitId, units))) ids.add(id);
	return companyHitsById(viewer, [...ids].slice(0, limit));
}

/** Firms of the 40 latest talks, each once, latest first. */
async function firmsOfLatest(viewer: Viewer, which: ReturnType<typeof eq>): Promise<string[]> {
	const latest = db
		.select({ id: dialogues.id, heldOn: dialogues.heldOn })
		.from(dialogues)
		.where(and(within(viewer, 'dialogues'), which))
		.orderBy(desc(dialogues.heldOn), desc(dialogues.id))
		.limit(40)
		.as('latest');
	const rows = await db
		.select({ companyId: dialogueSubjects.thenCompanyId })
		.from(latest)
		.innerJoin(dialogueSubjects, eq(dialogueSubjects.dialogueId, latest.id))
		.orderBy(desc(latest.heldOn), desc(latest.id));
	return [...new Set(rows.flatMap(({ companyId }) => companyId ?? []))];
}

/** What was typed into the firm field: the one firm meant, or those it could mean; none = nothing like it. */
export type FirmTyped = { kind: 'one'; firm: CompanyHit; siteId: string | null } | { kind: 'several'; firms: CompanyHit[] } | { kind: 'none' };

/** Reads the firm field: a CVR or P-number, an exact name, or the beginning of one. Between two firms it never chooses. */
export async function firmTyped(viewer: Viewer, typed: string): Promise<FirmTyped> {
	const text = typed.slice(0, LONGEST_NAME);
	if (!fold(text)) return { kind: 'none' };
	if (cvrFrom(text)) return among(await companyHits(viewer, text));
	const pNumber = pNumberFrom(text);
	if (pNumber) return among(await companyHits(viewer, text), await siteNumbered(viewer, pNumber));
	const named = await db
		.select({ id: companies.id })
		.from(companies)
		.where(and(within(viewer, 'companies'), eq(companies.nameKey, nameKey(text))))
		.limit(12);
	if (named.length > 0)
		return among(
			await companyHitsById(
				viewer,
				named.map(({ id }) => id),
			),
		);
	return among(await companyHits(viewer, text));
}

async function siteNumbered(viewer: Viewer, pNumber: string): Promise<string | null> {
	const [site] = await db
		.select({ id: sites.id })
		.from(sites)
		.where(and(within(viewer, 'sites'), eq(sites.pNumber, pNumber)));
	return site?.id ?? null;
}

function among(firms: CompanyHit[], siteId: string | null = null): FirmTyped {
	const [firm] = firms;
	if (!firm) return { kind: 'none' };
	return firms.length === 1 ? { kind: 'one', firm, siteId } : { kind: 'several', firms };
}

/** A firm by its id, as the form offers it; null when there is none for this viewer. */
export async function firmById(viewer: Viewer, id: string | null | undefined): Promise<CompanyHit | null> {
	if (!isId(id)) return null;
	const [firm] = await companyHitsById(viewer, [id]);
	return firm ?? null;
}

/** The firm of a site; null when there is none for this viewer. */
export async function firmOfSite(viewer: Viewer, siteId: string | null): Promise<CompanyHit | null> {
	if (!isId(siteId)) return null;
	const [site] = await db
		.select({ companyId: sites.companyId })
		.from(sites)
		.where(and(within(viewer, 'sites'), eq(sites.id, siteId)));
	return site ? firmById(viewer, site.companyId) : null;
}
