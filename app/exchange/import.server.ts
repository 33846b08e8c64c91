import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { type Actor, recordActivity } from '#app/activity/record.server.ts';
import { today } from '#app/i18n/format.ts';
import { newId } from '#db/new-id.ts';
import { imports } from '#db/schema/index.ts';
import { VERDICTS, type Verdict } from '#db/vocabulary.ts';
import { carryOut } from './apply.server.ts';
import { step } from './batch.server.ts';
import { type Gone, goneFrom } from './gone.server.ts';
import { type PlannedRow, plan } from './plan.ts';
import { readBytes } from './read.server.ts';
import { ExchangeError, type Reading, type RowOutcome } from './record.ts';
import { loadRegister } from './register.server.ts';
import { checked } from './row-form.server.ts';

export interface ImportWish {
	fileName: string;
	bytes: Uint8Array;
	/** Column → field, stronger than any guess. */
	wishes?: ReadonlyMap<string, string>;
	/** Line of the file that holds the headings, where it is not found out. */
	headerRow?: number;
	/** Make a district for a name no district has. */
	createDistricts?: boolean;
}

export type Counts = Record<Verdict, number> & { rows: number; records: number };

export interface ImportResult {
	/** Null for a preview, which writes nothing. */
	batch: string | null;
	reading: Reading;
	mapping: Record<string, string>;
	/** In the order of the file. */
	rows: RowOutcome[];
	joinedNames: string[][];
	counts: Counts;
	/** Firms of the last file of this name that this one does not have. */
	gone: Gone | null;
	/** Rows taken in before somebody stopped it; undefined = all of them. */
	stoppedAfter?: number;
}

/** What importing this file would do now, row by row; writes nothing. Throws `ExchangeError` for a file that cannot be taken in. */
export async function previewImport(wish: ImportWish): Promise<ImportResult> {
	return (await prepare(wish)).result(null);
}

/** What happens while a file is taken in. */
export interface Course {
	/** Told once the batch is there to be taken back. */
	onBegin?: (batch: string) => void;
	/** Raised to stop between two steps: what is written stays, as a batch that can be taken back. */
	stop?: AbortSignal;
}

/** Takes a file of firms in as one batch. Throws `ExchangeError`; a batch begun before a stop can be undone. */
export async function importCompanies(actor: Actor, wish: ImportWish, { onBegin, stop }: Course = {}): Promise<ImportResult> {
	const { planned, file, on, result } = await prepare(wish);
	const id = newId();
	const { reading, mapping, source } = file;
	const fileHash = createHash('sha256').update(wish.bytes).digest('hex');
	const by = { actorKind: actor.kind, actorId: actor.kind === 'user' ? actor.id : null };
	await step(async (tx) => {
		await tx.insert(imports).values({
			...by,
			id,
			kind: 'companies',
			fileName: wish.fileName,
			fileHash,
			reading: { ...reading },
			mapping,
			startedAt: new Date(),
			rows: planned.rows.length,
		});
		await recordActivity(tx, actor, { verb: 'import.carried_out', subject: { kind: 'import', id } });
	});
	onBegin?.(id);
	const written = await carryOut(id, planned.rows, { source, on }, stop);
	const done = result(id, written);
	await step(async (tx) => {
		await tx
			.update(imports)
			.set({ ...done.counts, finishedAt: new Date() })
			.where(eq(imports.id, id));
	});
	return done;
}

async function prepare(wish: ImportWish) {
	const on = today();
	const file = readBytes(wish.bytes, { columns: wish.wishes ?? new Map(), headerRow: wish.headerRow }, on);
	const rows = file.rows.map(checked);
	const register = await loadRegister(rows);
	const planned = plan(rows, register, { source: file.source, fileName: wish.fileName, on, createDistricts: wish.createDistricts ?? true });
	// Nothing in it could ever be taken: said at once, not row by row.
	const isNameless = file.reading.format === 'csv' && !Object.values(file.mapping).includes('name');
	if (isNameless && planned.rows.every(({ verdict }) => verdict === 'failed' || verdict === 'skipped'))
		throw new ExchangeError('no_name_column', [...Object.keys(file.mapping), ...file.reading.unmatched].join(', '));
	const gone = await goneFrom(wish.fileName, new Set(planned.rows.flatMap(({ firmId }) => firmId ?? [])));
	const result = (batch: string | null, written = planned.rows.length): ImportResult => {
		const done = planned.rows.slice(0, written);
		return {
			batch,
			reading: file.reading,
			mapping: file.mapping,
			rows: [...done].sort((a, b) => a.no - b.no).map(({ no, verdict, reasons, diff }) => ({ no, verdict, reasons, diff })),
			joinedNames: planned.joinedNames,
			gone,
			counts: { ...countsOf(done), rows: planned.rows.length },
			...(written < planned.rows.length && { stoppedAfter: written }),
		};
	};
	return { planned, file, on, result };
}

function countsOf(rows: readonly PlannedRow[]): Counts {
	const counts: Counts = { rows: rows.length, created: 0, updated: 0, unchanged: 0, skipped: 0, failed: 0, records: 0 };
	for (const verdict of VERDICTS) counts[verdict] = rows.filter((row) => row.verdict === verdict).length;
	const touched = rows.flatMap(({ deeds }) => deeds.map((deed) => (deed.is === 'addIdentifier' ? deed.companyId : deed.id)));
	counts.records = new Set(touched).size;
	return counts;
}
