import { and, asc, desc, eq, gt, lte } from 'drizzle-orm';
import { db } from '#db/client.server.ts';
import { activity, activityValues } from '#db/schema/index.ts';
import type { AuditHead } from './audit-head.server.ts';
import { lineHash, START, valuesHash } from './record.server.ts';

const PAGE = 1_000;
/** Faults told of; where there are more, these say enough. */
const MOST_FAULTS = 50;

type Line = typeof activity.$inferSelect;
type ValueRow = typeof activityValues.$inferSelect;

/** A fault of the audit chain at line `seq` (for `missing`, the first of those that are not there). */
export interface ChainFault {
	seq: number;
	what: 'changed' | 'missing' | 'unlinked' | 'values' | 'cut' | 'other_head';
	/** The last of the missing lines. */
	to?: number;
}

export interface Verified {
	lines: number;
	/** Lines whose values were erased, as promised to those they were about. */
	erased: number;
	/** The first faults, in order; none = the chain is whole. */
	faults: ChainFault[];
	head: AuditHead | null;
}

/** Walks the audit chain from its first line to its last, its values beside it, up to the head that was written down elsewhere. */
export async function verifyChain(known: AuditHead | null): Promise<Verified> {
	const result: Verified = { lines: 0, erased: 0, faults: [], head: null };
	let last = { seq: 0, hash: START };
	for (;;) {
		const page = await db.select().from(activity).where(gt(activity.seq, last.seq)).orderBy(asc(activity.seq)).limit(PAGE);
		const values = await valuesBetween(last.seq, page.at(-1)?.seq ?? last.seq);
		for (const line of page) {
			result.faults.push(...faultsOf(line, last));
			const beside = besideOf(line, values.get(line.seq) ?? []);
			if (beside === 'changed') result.faults.push({ seq: line.seq, what: 'values' });
			if (beside === 'erased') result.erased += 1;
			if (known?.seq === line.seq && known.hash !== line.hash) result.faults.push({ seq: line.seq, what: 'other_head' });
			last = line;
			result.lines += 1;
		}
		if (page.length < PAGE || result.faults.length >= MOST_FAULTS) break;
	}
	if (known && known.seq > last.seq && result.faults.length < MOST_FAULTS) result.faults.push({ seq: last.seq + 1, what: 'cut', to: known.seq });
	return { ...result, head: last.seq > 0 ? { seq: last.seq, hash: last.hash } : null };
}

function faultsOf({ hash, ...line }: Line, last: { seq: number; hash: string }): ChainFault[] {
	const { seq } = line;
	if (seq !== last.seq + 1) return [{ seq: last.seq + 1, what: 'missing', to: seq - 1 }];
	if (lineHash(line) !== hash) return [{ seq, what: 'changed' }];
	return line.prevHash === last.hash ? [] : [{ seq, what: 'unlinked' }];
}

/** Values are erased with their record, all of a line's; whatever else they are, they were changed. */
function besideOf(line: Line, values: ValueRow[]): 'whole' | 'erased' | 'changed' {
	if (values.length === 0) return line.valuesHash ? 'erased' : 'whole';
	return valuesHash(values) === line.valuesHash ? 'whole' : 'changed';
}

async function valuesBetween(after: number, to: number): Promise<Map<number, ValueRow[]>> {
	const rows = await db
		.select()
		.from(activityValues)
		.where(and(gt(activityValues.seq, after), lte(activityValues.seq, to)))
		.orderBy(asc(activityValues.id));
	const bySeq = new Map<number, ValueRow[]>();
	for (const row of rows) bySeq.set(row.seq, [...(bySeq.get(row.seq) ?? []), row]);
	return bySeq;
}

/** The number of the first line that does not fit, or null when all do. */
export async function firstBrokenLine(): Promise<number | null> {
	return (await verifyChain(null)).faults[0]?.seq ?? null;
}

/** The last line as it stands. */
export async function headNow(): Promise<AuditHead | null> {
	const [head] = await db.select({ seq: activity.seq, hash: activity.hash }).from(activity).orderBy(desc(activity.seq)).limit(1);
	return head ?? null;
}

/** Whether the chain goes through this line. */
export async function holds({ seq, hash }: AuditHead): Promise<boolean> {
	const [line] = await db
		.select({ seq: activity.seq })
		.from(activity)
		.where(and(eq(activity.seq, seq), eq(activity.hash, hash)));
	return line !== undefined;
}
