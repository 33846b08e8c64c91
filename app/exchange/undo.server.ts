import { asc, eq, inArray } from 'drizzle-orm';
import { type Actor, recordActivity } from '#app/activity/record.server.ts';
import { db, write } from '#db/client.server.ts';
import { companies, districts, importChanges, imports, sites } from '#db/schema/index.ts';
import { hangingCompanies, hangingSites } from './hanging.server.ts';
import { ExchangeError } from './record.ts';
import { ownersOf, restoreDistricts, restoreFirm } from './restore.server.ts';
import type { RecordKind } from './snapshot.server.ts';
import type { FirmChanges, Kept, NetChange } from './undo.ts';

/** Firms restored in one transaction. */
const FIRMS_AT_ONCE = 30;

/**
 * Takes an import back: what it made is deleted, what it changed is as before, down to dates and versions.
 * A record changed since, or one that somebody's work hangs on, stays and is listed. Throws `ExchangeError` for an
 * unknown batch and for one undone already. A stop half-way can be repeated.
 */
export async function undoImport(actor: Actor, batch: string): Promise<{ undone: number; kept: Kept[] }> {
	const [found] = await db.select({ undoneAt: imports.undoneAt }).from(imports).where(eq(imports.id, batch));
	if (!found) throw new ExchangeError('batch_unknown', batch);
	if (found.undoneAt) throw new ExchangeError('batch_undone', batch);
	const changes = await netChanges(batch);
	const firms = await byFirm(changes);
	const kept: Kept[] = [];
	let undone = 0;
	for (let at = 0; at < firms.length; at += FIRMS_AT_ONCE) {
		const some = firms.slice(at, at + FIRMS_AT_ONCE);
		undone += await write(async (tx) => {
			const ids = some.map(({ companyId }) => companyId);
			const rows = {
				companies: new Map((await tx.select().from(companies).where(inArray(companies.id, ids))).map((row) => [row.id, row])),
				sites: new Map((await tx.select().from(sites).where(inArray(sites.companyId, ids))).map((row) => [row.id, row])),
				usedCompanies: await hangingCompanies(tx, ids),
				usedSites: await hangingSites(tx, ids),
			};
			let count = 0;
			for (const firm of some) count += await restoreFirm(tx, firm, rows, kept);
			return count;
		});
	}
	undone += await write(async (tx) => {
		const count = await restoreDistricts(tx, changes, kept);
		await tx.update(imports).set({ undoneAt: new Date() }).where(eq(imports.id, batch));
		await recordActivity(tx, actor, { verb: 'import.undone', subject: { kind: 'import', id: batch } });
		return count;
	});
	return { undone, kept: await named(kept) };
}

async function netChanges(batch: string): Promise<NetChange[]> {
	const rows = await db.select().from(importChanges).where(eq(importChanges.importId, batch)).orderBy(asc(importChanges.position));
	const net = new Map<string, NetChange>();
	for (const { recordKind, recordId, isCreated, versionAfter, before } of rows) {
		const key = `${recordKind} ${recordId}`;
		const known = net.get(key);
		if (known) known.versionAfter = versionAfter;
		else net.set(key, { kind: recordKind as RecordKind, id: recordId, isCreated, versionAfter, before }); // written from RecordKind only
	}
	return [...net.values()];
}

/** The changes of each firm together, latest first, since what hangs together is kept or taken back together. */
async function byFirm(changes: readonly NetChange[]): Promise<FirmChanges[]> {
	const siteIds = changes.filter(({ kind }) => kind === 'site').map(({ id }) => id);
	const firmOfSite = new Map<string, string>();
	for (let at = 0; at < siteIds.length; at += 500) {
		const some = siteIds.slice(at, at + 500);
		for (const { id, companyId } of await db.select({ id: sites.id, companyId: sites.companyId }).from(sites).where(inArray(sites.id, some)))
			firmOfSite.set(id, companyId);
	}
	const firms = new Map<string, FirmChanges>();
	const firm = (companyId: string) => {
		const known = firms.get(companyId) ?? { companyId, company: undefined, sites: [], lines: [] };
		firms.set(companyId, known);
		return known;
	};
	for (const change of changes) {
		if (change.kind === 'company') firm(change.id).company = change;
		const owner = change.kind === 'site' ? firmOfSite.get(change.id) : undefined;
		if (owner) firm(owner).sites.push(change);
		if ((change.kind === 'siteDistrict' || change.kind === 'identifier') && change.before) {
			const { companyId, siteId } = change.before;
			const parent = typeof companyId === 'string' ? companyId : typeof siteId === 'string' ? firmOfSite.get(siteId) : undefined;
			if (parent) firm(parent).lines.push(change);
		}
	}
	const created = changes.filter(({ kind, isCreated }) => isCreated && (kind === 'siteDistrict' || kind === 'identifier'));
	await attachCreated(created, firm);
	return [...firms.values()].reverse();
}

async function attachCreated(created: readonly NetChange[], firm: (companyId: string) => FirmChanges) {
	const owners = await ownersOf(created);
	for (const change of created) {
		const owner = owners.get(change.id);
		if (owner) firm(owner).lines.push(change);
	}
}

async function named(kept: readonly Kept[]): Promise<Kept[]> {
	const ids = (kind: Kept['kind']) => kept.filter((one) => one.kind === kind).map(({ id }) => id);
	const names = new Map<string, string>();
	for (const [kind, table] of [
		['company', companies],
		['site', sites],
		['district', districts],
	] as const) {
		const wanted = ids(kind);
		for (let at = 0; at < wanted.length; at += 500) {
			for (const { id, name } of await db
				.select({ id: table.id, name: table.name })
				.from(table)
				.where(inArray(table.id, wanted.slice(at, at + 500))))
				names.set(id, name);
		}
	}
	return kept.map((one) => ({ ...one, name: names.get(one.id) ?? one.name }));
}
