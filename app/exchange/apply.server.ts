import '#app/records/records.server.ts';
import { inArray } from 'drizzle-orm';
import { refreshCompanies } from '#app/companies/derived.server.ts';
import type { DistrictOf, Origin } from '#app/companies/rows.server.ts';
import { placer } from '#app/districts/placing.server.ts';
import { type Sums, shiftSums } from '#app/districts/summary.server.ts';
import type { Db } from '#db/client.server.ts';
import { leavingRemains, wipeRemains } from '#db/full-text.server.ts';
import { newId } from '#db/new-id.ts';
import { districtSummaries, importFirms, importRows } from '#db/schema/index.ts';
import { isDuplicate } from '#db/sql.server.ts';
import { type Batch, recordChanges, stayAlive, step } from './batch.server.ts';
import type { Deed } from './deed.ts';
import { carryOutDeeds, passOverStale } from './deeds.server.ts';
import { createDistricts } from './made-districts.server.ts';
import type { PlannedRow } from './plan.ts';
import { ExchangeError, reasonText } from './record.ts';
import { type Change, changesBetween, snapshot, sumsBetween } from './snapshot.server.ts';

/** Rows of the file in one transaction: others' writes wait no longer than that takes. */
const ROWS_AT_ONCE = 50;

/**
 * Carries out planned rows in short transactions, each with its verdicts and the material of undo, so that a stop
 * half-way leaves a batch that can be undone. Rows whose record somebody changed since the plan are skipped.
 * Answers how many rows were written, fewer than there are where `stop` was raised.
 */
export async function carryOut(id: string, rows: readonly PlannedRow[], origin: Origin, stop?: AbortSignal): Promise<number> {
	const batch: Batch = { id, origin, position: 1, summaries: new Set() };
	const made = rows.flatMap(({ no, deeds }) => deeds.flatMap((deed) => (deed.is === 'createDistrict' ? [{ no, ...deed }] : [])));
	if (made.length > 0) await step((tx) => createDistricts(tx, batch, made));
	const met = new Set<string>();
	let written = 0;
	while (written < rows.length && !stop?.aborted) {
		const some = rows.slice(written, written + ROWS_AT_ONCE);
		const district = await placer();
		try {
			await step((tx) => leavingRemains(tx, () => carryOutSome(tx, batch, some, district, met)));
		} catch (error) {
			if (isDuplicate(error)) throw new ExchangeError('concurrent_import', id);
			throw error;
		}
		written += some.length;
	}
	const isChange = rows.some(({ deeds }) => deeds.some(({ is }) => is === 'updateCompany' || is === 'updateSite'));
	if (isChange) await wipeRemains(step);
	return written;
}

async function carryOutSome(tx: Db, batch: Batch, rows: readonly PlannedRow[], district: DistrictOf, met: Set<string>) {
	await stayAlive(tx, batch);
	const firms = new Map<string, number>();
	for (const { no, deeds } of rows) for (const id of deeds.flatMap(firmOf)) if (!firms.has(id)) firms.set(id, no);
	if (firms.size > 0) await writeFirms(tx, batch, rows, firms, district);
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
	const named = rows.flatMap(({ firmId }) => (firmId !== undefined && !met.has(firmId) ? [firmId] : []));
	for (const firmId of named) met.add(firmId);
	if (named.length > 0) await tx.insert(importFirms).values([...new Set(named)].map((companyId) => ({ importId: batch.id, companyId })));
}

async function writeFirms(tx: Db, batch: Batch, rows: readonly PlannedRow[], firms: ReadonlyMap<string, number>, district: DistrictOf) {
	const ids = [...firms.keys()];
	const before = await snapshot(tx, ids);
	passOverStale(rows, before);
	await carryOutDeeds(
		tx,
		rows.flatMap(({ deeds }) => deeds),
		before,
		batch.origin,
		district,
	);
	await refreshCompanies(tx, ids);
	const after = await snapshot(tx, ids);
	const shifts = sumsBetween(before, after);
	const summaries = await summariesBefore(tx, batch, shifts);
	await shiftSums(tx, shifts);
	await recordChanges(tx, batch, [...changesBetween(before, after), ...summaries], firms);
}

/** The sums of districts as they were before this import touched them first. */
async function summariesBefore(tx: Db, batch: Batch, shifts: ReadonlyMap<string, Sums>): Promise<Change[]> {
	const fresh = [...shifts.keys()].filter((id) => !batch.summaries.has(id));
	if (fresh.length === 0) return [];
	const rows = new Map(
		(await tx.select().from(districtSummaries).where(inArray(districtSummaries.districtId, fresh))).map((row) => [row.districtId, row]),
	);
	for (const id of fresh) batch.summaries.add(id);
	return fresh.map((id) => ({ kind: 'districtSummary', id, row: {}, before: rows.get(id) ?? null }));
}

const firmOf = (deed: Deed): string[] => {
	if (deed.is === 'createDistrict') return [];
	return [deed.is === 'createCompany' || deed.is === 'updateCompany' ? deed.id : deed.companyId];
};
