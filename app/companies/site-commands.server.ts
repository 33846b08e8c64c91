import { and, eq, isNull, ne } from 'drizzle-orm';
import { hasDifferences } from '#app/activity/differences.ts';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { type Created, madeBefore, type Revised, recordDeed, revise, writeOnce } from '#app/editing/revise.server.ts';
import { notFound } from '#app/http/errors.ts';
import { demand } from '#app/record/guard.server.ts';
import { known } from '#app/record/known.server.ts';
import { type Db, write } from '#db/client.server.ts';
import { addressKey } from '#db/fold.ts';
import { companies, sites } from '#db/schema/index.ts';
import { byHand, districtChoiceOf, headsOf } from './by-hand.server.ts';
import { refreshCompany } from './derived.server.ts';
import { type DistrictChoice, insertSite, type SiteFields, updateSite } from './rows.server.ts';
import type { SiteInput } from './site-form.server.ts';
import { districtFieldOf } from './site-values.ts';

type SiteRow = typeof sites.$inferSelect;

/** A number or address that another site has. */
export type SiteTaken = { kind: 'p-number-taken'; siteId: string; companyName: string } | { kind: 'address-taken'; siteId: string };

/** Opens a further site of a firm. The same id again is the same site. */
export async function openSite(viewer: Viewer, companyId: string, input: SiteInput): Promise<Created | SiteTaken> {
	demand(viewer, 'create', 'site');
	const { id, name, pNumber, address } = input;
	const subject = { kind: 'site', id } as const;
	return writeOnce(async (tx): Promise<Created | SiteTaken> => {
		const [same] = await tx.select().from(sites).where(eq(sites.id, id));
		if (same) return madeBefore(tx, viewer, subject, !hasDifferences(same, { ...fieldsOf(input), companyId, isMain: same.isMain }));
		const firm = await known(tx, viewer, 'companies', companyId);
		if (!firm) throw notFound();
		const taken = await takenBy(tx, companyId, input);
		if (taken) return taken;
		const choice = await districtChoiceOf(tx, viewer, input.district);
		await insertSite(tx, { ...fieldsOf(input), id, companyId, name }, byHand(), choice);
		await refreshCompany(tx, companyId);
		const changes = { name: [null, name], pNumber: [null, pNumber], address: [null, address] } as const;
		await recordDeed(tx, viewer, { verb: 'site.opened', subject, also: [{ kind: 'company', id: companyId }], changes }, false);
		return { kind: 'saved', id };
	});
}

/** Changes a site; a changed district is dated in its history, one set by hand stays whatever the point says. */
export async function reviseSite(viewer: Viewer, input: SiteInput): Promise<Revised | SiteTaken> {
	demand(viewer, 'revise', 'site');
	return write(async (tx) => {
		const [before] = await tx
			.select()
			.from(sites)
			.where(and(eq(sites.id, input.id), within(viewer, 'sites', { archived: true })));
		if (!before) throw notFound();
		const { companyId, districtId } = before;
		const taken = await takenBy(tx, companyId, input);
		if (taken) return taken;
		const choice = await changedChoice(tx, viewer, before, input.district);
		return revise<SiteRow>(
			tx,
			viewer,
			{ kind: 'site', id: input.id },
			{
				...{ before, version: input.version, wanted: wantedOf(before, input) },
				beside: choice ? { district: [districtId, typeof choice === 'object' ? choice.id : choice] } : {},
				also: [{ kind: 'company', id: companyId }],
				save: (fields) => updateSite(tx, before, fields, byHand(), choice),
				after: () => refreshCompany(tx, companyId, [districtId]),
			},
		);
	});
}

async function changedChoice(tx: Db, viewer: Viewer, before: SiteRow, chosen: string | undefined): Promise<DistrictChoice> {
	return (chosen ?? '') === districtFieldOf(before) ? undefined : districtChoiceOf(tx, viewer, chosen);
}

async function takenBy(tx: Db, companyId: string, input: SiteInput): Promise<SiteTaken | null> {
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

function fieldsOf(input: SiteInput, before?: SiteRow): SiteFields & { name: string } {
	const { id: _id, version: _version, point, district: _district, ...own } = input;
	return { ...own, lat: point?.lat ?? null, lon: point?.lon ?? null, ...headsOf(input, before) };
}

/** A firm always has its main site: the mark moves to another site, it is never just taken off. */
const wantedOf = (before: SiteRow, input: SiteInput): SiteFields => ({ ...fieldsOf(input, before), isMain: before.isMain || input.isMain });
