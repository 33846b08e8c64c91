import { eq } from 'drizzle-orm';
import {
	type DistrictOf,
	insertCompanies,
	insertSites,
	type Origin,
	placing,
	unmarkMain,
	updateCompany,
	updateSite,
} from '#app/companies/rows.server.ts';
import type { Db } from '#db/client.server.ts';
import { newId } from '#db/new-id.ts';
import { companies, companyIdentifiers, sites } from '#db/schema/index.ts';
import type { Deed } from './deed.ts';
import type { PlannedRow } from './plan.ts';
import type { Snapshot } from './snapshot.server.ts';

type Of<Is extends Deed['is']> = Extract<Deed, { is: Is }>;
const only = <Is extends Deed['is']>(deeds: readonly Deed[], is: Is): Array<Of<Is>> => deeds.filter((deed): deed is Of<Is> => deed.is === is);

/** Marks rows whose record somebody changed since the plan: nothing of them is written. */
export function passOverStale(rows: readonly PlannedRow[], before: Snapshot): void {
	const versions = new Map<string, number>();
	for (const row of rows) {
		const mine = new Map<string, number>();
		const isStale = row.deeds.some((deed) => {
			if (deed.is !== 'updateCompany' && deed.is !== 'updateSite') return false;
			const stored = (deed.is === 'updateCompany' ? before.companies : before.sites).get(deed.id)?.version;
			mine.set(deed.id, deed.version + 1);
			return (versions.get(deed.id) ?? stored) !== deed.version;
		});
		if (isStale) Object.assign(row, { verdict: 'skipped', diff: {}, deeds: [], reasons: [{ code: 'changed_meanwhile' }, ...row.reasons] });
		else for (const [id, version] of mine) versions.set(id, version);
	}
}

/** Writes the deeds of some rows: what exists is changed first, since that may make room for what is new. */
export async function carryOutDeeds(tx: Db, deeds: readonly Deed[], before: Snapshot, origin: Origin, district: DistrictOf): Promise<void> {
	const changed = new Set<string>();
	for (const deed of deeds) {
		if (deed.is === 'updateCompany') {
			const row = changed.has(deed.id) ? (await tx.select().from(companies).where(eq(companies.id, deed.id)))[0] : before.companies.get(deed.id);
			if (row) await updateCompany(tx, row, deed.fields, origin);
			changed.add(deed.id);
		} else if (deed.is === 'updateSite') {
			const row = changed.has(deed.id) ? (await tx.select().from(sites).where(eq(sites.id, deed.id)))[0] : before.sites.get(deed.id);
			if (row) await updateSite(tx, row, deed.fields, origin, deed.district, district);
			changed.add(deed.id);
		}
	}
	await insertCompanies(
		tx,
		only(deeds, 'createCompany').map(({ id, fields }) => ({ ...fields, id, name: fields.name ?? '' })),
		origin,
	);
	const numbers = only(deeds, 'addIdentifier').map(({ companyId, scheme, value }) => ({ id: newId(), companyId, scheme, value }));
	if (numbers.length > 0) await tx.insert(companyIdentifiers).values(numbers);
	const fresh: Parameters<typeof insertSites>[1][number][] = [];
	for (const { id, companyId, fields, district: choice } of only(deeds, 'createSite')) {
		if (fields.isMain) await leadAlone(tx, companyId, id, before);
		fresh.push({ site: { ...fields, id, companyId, name: fields.name ?? '' }, placed: await placing(fields, choice, district) });
	}
	await insertSites(tx, fresh, origin);
}

/** A firm that had sites has a main one already. */
async function leadAlone(tx: Db, companyId: string, id: string, before: Snapshot) {
	if ([...before.sites.values()].some((site) => site.companyId === companyId)) await unmarkMain(tx, companyId, id);
}
