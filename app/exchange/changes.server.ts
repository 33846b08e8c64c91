import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import { type Db, db } from '#db/client.server.ts';
import { companyIdentifiers, importChanges, siteDistricts, sites } from '#db/schema/index.ts';
import type { RecordKind } from './snapshot.server.ts';
import type { FirmChanges, NetChange } from './undo.ts';

// What an import changed and nobody has taken back yet, record by record; the values before stay in the database until they are needed.

const PAGE = 5_000;
const AT_ONCE = 500;

export async function netChanges(batch: string): Promise<NetChange[]> {
	const net = new Map<string, NetChange>();
	for (let last = -1; ; ) {
		const rows = await db
			.select({
				position: importChanges.position,
				kind: importChanges.recordKind,
				id: importChanges.recordId,
				isCreated: importChanges.isCreated,
				versionAfter: importChanges.versionAfter,
				isTakenBack: importChanges.isTakenBack,
			})
			.from(importChanges)
			.where(and(eq(importChanges.importId, batch), gt(importChanges.position, last)))
			.orderBy(asc(importChanges.position))
			.limit(PAGE);
		for (const { position, kind, id, isCreated, versionAfter, isTakenBack } of rows) {
			if (isTakenBack) continue;
			const key = `${kind} ${id}`;
			const known = net.get(key);
			if (known) {
				known.versionAfter = versionAfter;
				known.positions.push(position);
			} else net.set(key, { kind: kind as RecordKind, id, isCreated, versionAfter, positions: [position] }); // written from RecordKind only
		}
		if (rows.length < PAGE) return [...net.values()];
		last = rows.at(-1)?.position ?? last;
	}
}

/** The changes of each firm together, latest first, since what hangs together is kept or taken back together. */
export async function byFirm(changes: readonly NetChange[]): Promise<FirmChanges[]> {
	const firms = new Map<string, FirmChanges>();
	const firm = (companyId: string) => {
		const known = firms.get(companyId) ?? { companyId, company: undefined, sites: [], lines: [] };
		firms.set(companyId, known);
		return known;
	};
	const owners = await ownersOf(changes);
	for (const change of changes) {
		if (change.kind === 'company') firm(change.id).company = change;
		const owner = owners.get(change.id);
		if (owner === undefined) continue;
		if (change.kind === 'site') firm(owner).sites.push(change);
		else firm(owner).lines.push(change);
	}
	return [...firms.values()].reverse();
}

/** The firm of each site, line of district history and identifier that is still there. */
async function ownersOf(changes: readonly NetChange[]): Promise<Map<string, string>> {
	const owners = new Map<string, string>();
	const take = (rows: ReadonlyArray<{ id: string; owner: string }>) => {
		for (const { id, owner } of rows) owners.set(id, owner);
	};
	const inBatches = async (kind: RecordKind, ask: (ids: string[]) => PromiseLike<Array<{ id: string; owner: string }>>) => {
		const ids = changes.filter((change) => change.kind === kind).map(({ id }) => id);
		for (let at = 0; at < ids.length; at += AT_ONCE) take(await ask(ids.slice(at, at + AT_ONCE)));
	};
	await inBatches('site', (ids) => db.select({ id: sites.id, owner: sites.companyId }).from(sites).where(inArray(sites.id, ids)));
	await inBatches('identifier', (ids) =>
		db.select({ id: companyIdentifiers.id, owner: companyIdentifiers.companyId }).from(companyIdentifiers).where(inArray(companyIdentifiers.id, ids)),
	);
	await inBatches('siteDistrict', (ids) =>
		db
			.select({ id: siteDistricts.id, owner: sites.companyId })
			.from(siteDistricts)
			.innerJoin(sites, eq(siteDistricts.siteId, sites.id))
			.where(inArray(siteDistricts.id, ids)),
	);
	return owners;
}

/** What these records were before the import first changed them; none for those it made. */
export async function valuesBefore(tx: Db, batch: string, changes: readonly NetChange[]): Promise<Map<string, Record<string, unknown>>> {
	const first = changes.filter(({ isCreated }) => !isCreated).flatMap(({ positions }) => positions.slice(0, 1));
	const values = new Map<string, Record<string, unknown>>();
	for (let at = 0; at < first.length; at += AT_ONCE) {
		const rows = await tx
			.select({ id: importChanges.recordId, before: importChanges.before })
			.from(importChanges)
			.where(and(eq(importChanges.importId, batch), inArray(importChanges.position, first.slice(at, at + AT_ONCE))));
		for (const { id, before } of rows) if (before) values.set(id, before);
	}
	return values;
}

/** Nothing of these is left to take back. */
export async function markTakenBack(tx: Db, batch: string, changes: readonly NetChange[]): Promise<void> {
	const positions = changes.flatMap((change) => change.positions);
	for (let at = 0; at < positions.length; at += AT_ONCE)
		await tx
			.update(importChanges)
			.set({ isTakenBack: true })
			.where(and(eq(importChanges.importId, batch), inArray(importChanges.position, positions.slice(at, at + AT_ONCE))));
}
