import '#app/records/records.server.ts';
import { eq, max } from 'drizzle-orm';
import { refreshCompany } from '#app/companies/derived.server.ts';
import { insertCompany, insertSite, type Origin, updateCompany, updateSite } from '#app/companies/rows.server.ts';
import { refreshFindables } from '#app/findable/refresh.server.ts';
import { type Db, write } from '#db/client.server.ts';
import { fold, sortName } from '#db/fold.ts';
import { newId } from '#db/new-id.ts';
import { companies, companyIdentifiers, districts, importChanges, importRows, sites } from '#db/schema/index.ts';
import { isDuplicate } from '#db/sql.server.ts';
import type { Deed } from './deed.ts';
import type { PlannedRow } from './plan.ts';
import { ExchangeError, reasonText } from './record.ts';
import { type Change, changesBetween, snapshot } from './snapshot.server.ts';

/** Rows of the file in one transaction: each writes about ten rows, and a transaction has at most 500. */
const ROWS_AT_ONCE = 40;

interface Batch {
	id: string;
	origin: Origin;
	/** Next position in the list of changes. */
	position: number;
	/** Sums of districts whose state before the import is kept already. */
	summaries: Set<string>;
}

/**
 * Carries out planned rows in short transactions, each with its verdicts and the material of undo, so that a stop
 * half-way leaves a batch that can be undone. Rows whose record somebody changed since the plan are skipped.
 */
export async function carryOut(id: string, rows: PlannedRow[], origin: Origin): Promise<void> {
	const batch: Batch = { id, origin, position: 1, summaries: new Set() };
	const made = rows.flatMap(({ no, deeds }) => deeds.flatMap((deed) => (deed.is === 'createDistrict' ? [{ no, ...deed }] : [])));
	if (made.length > 0) await write((tx) => createDistricts(tx, batch, made));
	for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
		const some = rows.slice(at, at + ROWS_AT_ONCE);
		try {
			await write((tx) => carryOutSome(tx, batch, some));
		} catch (error) {
			if (isDuplicate(error)) throw new ExchangeError('concurrent_import', id);
			throw error;
		}
	}
}

async function carryOutSome(tx: Db, batch: Batch, rows: PlannedRow[]) {
	const firms = new Map<string, number>();
	for (const { no, deeds } of rows) for (const id of deeds.flatMap(firmOf)) if (!firms.has(id)) firms.set(id, no);
	const before = await snapshot(tx, [...firms.keys()]);
	for (const row of rows) {
		if (await isStale(tx, row.deeds)) {
			Object.assign(row, { verdict: 'skipped', diff: {}, deeds: [], reasons: [{ code: 'changed_meanwhile' }, ...row.reasons] });
			continue;
		}
		for (const deed of row.deeds) await carryOutDeed(tx, deed, batch.origin);
	}
	const left = [...before.values()].flatMap(({ kind, row }) => (kind === 'site' && typeof row.districtId === 'string' ? [row.districtId] : []));
	for (const id of firms.keys()) await refreshCompany(tx, id, left);
	const changes = changesBetween(before, await snapshot(tx, [...firms.keys()]));
	await recordChanges(tx, batch, changes, firms);
	await tx.insert(importRows).values(
		rows.map(({ no, verdict, reasons, diff }) => ({
			id: newId(),
			importId: batch.id,
			rowNo: no,
			verdict,
			reason: reasons.map(reasonText).join('; ') || null,
			diff: Object.keys(diff).length > 0 ? diff : null,
		})),
	);
}

const firmOf = (deed: Deed): string[] => {
	if (deed.is === 'createDistrict') return [];
	return [deed.is === 'createCompany' || deed.is === 'updateCompany' ? deed.id : deed.companyId];
};

async function isStale(tx: Db, deeds: readonly Deed[]): Promise<boolean> {
	for (const deed of deeds) {
		if (deed.is !== 'updateCompany' && deed.is !== 'updateSite') continue;
		const table = deed.is === 'updateCompany' ? companies : sites;
		const [row] = await tx.select({ version: table.version }).from(table).where(eq(table.id, deed.id));
		if (row?.version !== deed.version) return true;
	}
	return false;
}

async function carryOutDeed(tx: Db, deed: Deed, origin: Origin): Promise<void> {
	switch (deed.is) {
		case 'createDistrict':
			return; // made before the first row
		case 'createCompany':
			return insertCompany(tx, { ...deed.fields, id: deed.id, name: deed.fields.name ?? '' }, origin);
		case 'updateCompany': {
			const [row] = await tx.select().from(companies).where(eq(companies.id, deed.id));
			if (row) await updateCompany(tx, row, deed.fields, origin);
			return;
		}
		case 'addIdentifier':
			await tx.insert(companyIdentifiers).values({ id: newId(), companyId: deed.companyId, scheme: deed.scheme, value: deed.value });
			return;
		case 'createSite':
			await insertSite(tx, { ...deed.fields, id: deed.id, companyId: deed.companyId, name: deed.fields.name ?? '' }, origin, deed.district);
			return;
		case 'updateSite': {
			const [row] = await tx.select().from(sites).where(eq(sites.id, deed.id));
			if (row) await updateSite(tx, row, deed.fields, origin, deed.district);
		}
	}
}

async function createDistricts(tx: Db, batch: Batch, made: ReadonlyArray<{ no: number; id: string; name: string }>) {
	const [highest] = await tx.select({ no: max(districts.no) }).from(districts);
	const slugs = new Set((await tx.select({ slug: districts.slug }).from(districts)).map(({ slug }) => slug));
	const now = new Date();
	let no = highest?.no ?? 0;
	for (const { id, name } of made) {
		no += 1;
		await tx.insert(districts).values({ id, no, slug: freeSlug(name, slugs), name, sortName: sortName(name), createdAt: now, updatedAt: now });
	}
	await refreshFindables(
		tx,
		'district',
		made.map(({ id }) => id),
	);
	const changes = made.map(({ id }): Change => ({ kind: 'district', id, row: { version: 1 }, before: null }));
	await recordChanges(tx, batch, changes, new Map(), new Map(made.map(({ id, no: rowNo }) => [id, rowNo])));
}

/** "Renfrew-Collingwood" → "renfrew-collingwood", with a number when it is taken. */
function freeSlug(name: string, taken: Set<string>): string {
	const base = fold(name).replaceAll(' ', '-') || 'omraade';
	let slug = base;
	for (let n = 2; taken.has(slug) || slug === 'new'; n++) slug = `${base}-${n}`;
	taken.add(slug);
	return slug;
}

async function recordChanges(
	tx: Db,
	batch: Batch,
	changes: readonly Change[],
	firms: ReadonlyMap<string, number>,
	rowNos?: ReadonlyMap<string, number>,
) {
	const wanted = changes.filter(({ kind, id }) => {
		if (kind !== 'districtSummary') return true;
		if (batch.summaries.has(id)) return false;
		batch.summaries.add(id);
		return true;
	});
	if (wanted.length === 0) return;
	await tx.insert(importChanges).values(
		wanted.map(({ kind, id, row, before }) => ({
			id: newId(),
			importId: batch.id,
			position: batch.position++,
			rowNo: rowNos?.get(id) ?? firms.get(typeof row.companyId === 'string' ? row.companyId : id) ?? 0,
			recordKind: kind,
			recordId: id,
			isCreated: before === null,
			versionAfter: typeof row.version === 'number' ? row.version : null,
			before,
			// What a history shows, for as long as the rows are kept; undo goes by `before` alone.
			after: kind === 'company' || kind === 'site' ? changedFields(before, row) : null,
		})),
	);
}

const changedFields = (before: Change['row'] | null, row: Change['row']): Change['row'] =>
	Object.fromEntries(Object.entries(row).filter(([field, value]) => JSON.stringify(before?.[field]) !== JSON.stringify(value)));
