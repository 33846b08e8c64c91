import { and, eq } from 'drizzle-orm';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { placeLine } from '#app/companies/place-line.ts';
import { placesOf } from '#app/companies/queries.server.ts';
import type { SiteChoice } from '#app/harvest/harvest.ts';
import { archivedMeanwhile } from '#app/record/meanwhile.server.ts';
import type { Db } from '#db/client.server.ts';
import { sites } from '#db/schema/index.ts';
import { WHOLE_FIRM } from './need.ts';

// At which of a firm's sites a skill is lacking.

/** The sites of these firms by firm, the main one first. */
export async function sitesByFirm(viewer: Viewer, companyIds: readonly string[]): Promise<Map<string, SiteChoice[]>> {
	const places = companyIds.length > 0 ? await placesOf(viewer, companyIds) : [];
	return new Map(
		companyIds.map((id) => [id, places.filter(({ companyId }) => companyId === id).map((site) => ({ id: site.id, label: siteLabel(site) }))]),
	);
}

export const siteLabel = (site: { name: string; address: string | null; postalCode: string | null; city: string | null }): string =>
	placeLine(site) || site.name;

/**
 * The site a form names for a need of this firm: null for the firm as a whole, `otherwise` when it names none. One of another
 * firm was chosen before the firm was changed without scripts, and counts for nothing. `stands`: the need's own, which stays
 * choosable when it was put away since. 400 for what no form offered.
 */
export async function siteChosen(
	tx: Db,
	viewer: Viewer,
	companyId: string,
	named: string | null,
	{ stands, otherwise, field = 'siteId' }: { stands: string | null; otherwise: string | null; field?: string },
): Promise<string | null> {
	if (named === null) return otherwise;
	if (named === WHOLE_FIRM) return null;
	const [site] = await tx
		.select({ companyId: sites.companyId })
		.from(sites)
		.where(and(eq(sites.id, named), within(viewer, 'sites', { archived: named === stands })));
	if (!site) throw await archivedMeanwhile(tx, field, sites, [named]);
	return site.companyId === companyId ? named : otherwise;
}
