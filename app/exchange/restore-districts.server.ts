import { eq, inArray } from 'drizzle-orm';
import { refreshFindables } from '#app/findable/refresh.server.ts';
import type { Db } from '#db/client.server.ts';
import { districtSummaries, districts } from '#db/schema/index.ts';
import { valuesBefore } from './changes.server.ts';
import { hangingDistricts } from './hanging.server.ts';
import { rowOf } from './restore.server.ts';
import type { Kept, NetChange } from './undo.ts';

/** Deletes the districts the import made that nothing names any more, and gives untouched sums their dates back. */
export async function restoreDistricts(tx: Db, batch: string, changes: readonly NetChange[], kept: Kept[]): Promise<number> {
	const made = changes.filter(({ kind }) => kind === 'district');
	const ids = made.map(({ id }) => id);
	const rows = ids.length > 0 ? await tx.select().from(districts).where(inArray(districts.id, ids)) : [];
	const used = ids.length > 0 ? await hangingDistricts(tx, ids) : new Set<string>();
	let count = 0;
	for (const row of rows) {
		const why = row.version !== 1 ? ('changed' as const) : used.has(row.id) ? ('in_use' as const) : null;
		if (why) kept.push({ kind: 'district', id: row.id, name: row.name, why });
		else {
			await tx.delete(districts).where(eq(districts.id, row.id));
			count++;
		}
	}
	await refreshFindables(tx, 'district', ids);
	const summaries = changes.filter(({ kind }) => kind === 'districtSummary');
	const values = await valuesBefore(tx, batch, summaries);
	for (const { id } of summaries) await restoreSummary(tx, id, values.get(id) ?? null);
	return count;
}

async function restoreSummary(tx: Db, districtId: string, before: Record<string, unknown> | null) {
	const [row] = await tx.select().from(districtSummaries).where(eq(districtSummaries.districtId, districtId));
	if (!row) return;
	const sums = [row.companies, row.sites, row.headcount];
	if (!before && sums.every((sum) => sum === 0)) await tx.delete(districtSummaries).where(eq(districtSummaries.districtId, districtId));
	if (before && [before.companies, before.sites, before.headcount].every((sum, at) => sum === sums[at]))
		await tx.update(districtSummaries).set(rowOf(before)).where(eq(districtSummaries.districtId, districtId));
}
