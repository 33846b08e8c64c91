import { and, eq, inArray, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { db } from './client.server.ts';
import { engine } from './engine.ts';
import { isPart } from './fold.ts';
import { searchCounters, searchEntries } from './schema/index.ts';
import { execute, rowsWritten } from './sql.server.ts';
import type { Db } from './sqlite.server.ts';

// The full-text index over `search_entries`: FTS5 with external content on SQLite, GIN on PostgreSQL. No triggers: the
// functions that write entries write the index too. Words and tokens are folded already (fold.ts): letters, digits, blanks.

export type Entry = Omit<typeof searchEntries.$inferSelect, 'id'>;

/** A kind, and the number of the drawer of the index its entries lie in: no other kind's, and never changed. */
export interface Drawer {
	kind: string;
	drawer: number;
}

/** Each kind has a drawer of its own; in it, names lie in the partition of their district, all else in partition 0. Multiplied, never shifted: JavaScript shifts in 32 bits. */
const DRAWER = 2 ** 48;
const PARTITION = 2 ** 32;
/** A statement takes 32,766 values. */
const AT_ONCE = 500;

const keyOf = ({ kind, recordId, districtNo }: Entry) => `${kind} ${recordId} ${districtNo}`;
const isSame = (a: Entry, b: Entry) => a.audience === b.audience && a.words === b.words && a.grams === b.grams;

/**
 * Puts these entries in place of whatever stood for the records of one kind. An entry that stays as it was is not
 * touched; one that changes keeps its id, so that texts stay in the order of their time.
 */
export async function replaceEntries(tx: Db, { kind, drawer }: Drawer, recordIds: readonly string[], wanted: readonly Entry[]): Promise<void> {
	for (let at = 0; at < recordIds.length; at += AT_ONCE) {
		const some = recordIds.slice(at, at + AT_ONCE);
		const those = new Set(some);
		await replaceSome(
			tx,
			{ kind, drawer },
			some,
			wanted.filter(({ recordId }) => those.has(recordId)),
		);
	}
}

async function replaceSome(tx: Db, { kind, drawer }: Drawer, recordIds: string[], wanted: readonly Entry[]) {
	const standing = new Map<string, Array<Entry & { id: number }>>();
	for (const row of await tx
		.select()
		.from(searchEntries)
		.where(and(eq(searchEntries.kind, kind), inArray(searchEntries.recordId, recordIds)))
		.orderBy(searchEntries.id))
		standing.set(keyOf(row), [...(standing.get(keyOf(row)) ?? []), row]);
	const written: Array<Entry & { id: number }> = [];
	const fresh = new Map<number, Entry[]>();
	const gone: number[] = [];
	for (const entry of wanted) {
		const row = standing.get(keyOf(entry))?.shift();
		if (!row) fresh.set(entry.districtNo, [...(fresh.get(entry.districtNo) ?? []), entry]);
		else if (!isSame(row, entry)) {
			gone.push(row.id);
			written.push({ ...entry, id: row.id });
		}
	}
	for (const rows of standing.values()) gone.push(...rows.map(({ id }) => id));
	for (const [partition, entries] of fresh) {
		const first = drawer * DRAWER + (await nextId(tx, partition, entries.length));
		written.push(...entries.map((entry, position) => ({ ...entry, id: first + position })));
	}
	await takeOut(tx, gone);
	for (let at = 0; at < written.length; at += AT_ONCE) await putIn(tx, written.slice(at, at + AT_ONCE));
}

/** First of `count` ids in a partition, handed out once, whatever the kind. */
async function nextId(tx: Db, partition: number, count: number): Promise<number> {
	const [counter] = await tx
		.insert(searchCounters)
		.values({ partition, last: count })
		.onConflictDoUpdate({ target: searchCounters.partition, set: { last: sql`${searchCounters.last} + ${count}` } })
		.returning({ last: searchCounters.last });
	return partition * PARTITION + (counter?.last ?? count) - count + 1;
}

async function takeOut(tx: Db, ids: readonly number[]) {
	for (let at = 0; at < ids.length; at += AT_ONCE) {
		const some = ids.slice(at, at + AT_ONCE);
		// With the values as they stand: that is what secure-delete wipes.
		if (engine === 'sqlite') for (const index of INDEXES) await execute(tx, sql`${index.takeOut} where id in ${some}`);
		await tx.delete(searchEntries).where(inArray(searchEntries.id, some));
	}
}

const TABLES = ['search_words', 'search_grams'].map((name) => sql.raw(name));

/**
 * Does work that takes a great many entries out without wiping each of their words from the index at once, which takes a
 * look at every page a common word stands on. `wipeRemains` wipes them all together: call it when the work is done.
 */
export async function leavingRemains<T>(tx: Db, work: () => Promise<T>): Promise<T> {
	if (engine === 'postgres') return work();
	const wipe = async (at: 0 | 1) => {
		for (const index of TABLES) await execute(tx, sql`insert into ${index}(${index}, rank) values ('secure-delete', ${sql.raw(String(at))})`);
	};
	await wipe(0);
	const result = await work();
	// In the same transaction: nobody else ever sees the index leave anything behind.
	await wipe(1);
	return result;
}

/** Pages of the index merged in one transaction. */
const PAGES_AT_ONCE = 500;

/** Writes the index together anew, some pages at a time, so that nothing is left in it of what was taken out. */
export async function wipeRemains(run: (work: (tx: Db) => Promise<boolean>) => Promise<boolean>): Promise<void> {
	if (engine === 'postgres') return;
	for (const index of TABLES) {
		// A negative number begins; SQLite says that it is done by writing next to nothing.
		const merge = (pages: number) => async (tx: Db) => {
			const before = rowsWritten(tx);
			await execute(tx, sql`insert into ${index}(${index}, rank) values ('merge', ${sql.raw(String(pages))})`);
			return rowsWritten(tx) - before >= 2;
		};
		for (let goes = await run(merge(-PAGES_AT_ONCE)); goes; ) goes = await run(merge(PAGES_AT_ONCE));
	}
}

async function putIn(tx: Db, rows: Array<Entry & { id: number }>) {
	await tx.insert(searchEntries).values(rows);
	if (engine === 'postgres') return;
	const ids = rows.map(({ id }) => id);
	for (const index of INDEXES) await execute(tx, sql`${index.putIn} where id in ${ids}`);
}

/** What is indexed of an entry stands in the view `search_lines`: its kind as a word that nobody can type, its words, the parts of its names. */
const INDEXES = [
	{
		takeOut: sql`insert into search_words(search_words, rowid, kind, words) select 'delete', id, kind, words from search_lines`,
		putIn: sql`insert into search_words(rowid, kind, words) select id, kind, words from search_lines`,
	},
	{
		takeOut: sql`insert into search_grams(search_grams, rowid, grams) select 'delete', id, grams from search_lines`,
		putIn: sql`insert into search_grams(rowid, grams) select id, grams from search_lines`,
	},
];

/** Makes the index anew from the entries, whatever state it was in. On PostgreSQL the database keeps it by itself. */
export const rebuildIndex = (tx: Db): Promise<void> => tell(tx, 'rebuild');

/** After a great many entries came in: brings what was written piece by piece into one order. Each question looks into every piece. */
export const tidyIndex = (tx: Db): Promise<void> => tell(tx, 'optimize');

async function tell(tx: Db, deed: 'rebuild' | 'optimize') {
	if (engine === 'postgres') return;
	await execute(tx, sql`insert into search_words(search_words) values (${deed})`);
	await execute(tx, sql`insert into search_grams(search_grams) values (${deed})`);
}

/** What is looked for in the entries of one kind. */
export interface Wanted {
	kind: Drawer;
	/** Null = whoever an entry is for. */
	audiences: readonly string[] | null;
	/** Names: those whose words begin like this come first ('': in no order of these). Left out for texts, where the latest come first. */
	first?: string | undefined;
	/** Only names in the district of this number. */
	districtNo?: number | undefined;
	/** Only these records: a query of their ids. */
	records?: SQLWrapper | undefined;
	limit: number;
}

/** The ids of the records found, kind by kind, each once, the best first. */
export type Answers = Map<string, Set<string>>;

/**
 * Records with every token of one of these lists at the beginning of a word: one statement for all the kinds. Each looks into
 * its own drawer alone, and no further than to its limit; where that is reached, names that begin as asked are looked for by
 * themselves.
 */
export async function entriesBeginning(lists: ReadonlyArray<readonly string[]>, wanted: readonly Wanted[]): Promise<Answers> {
	const words = lists.map(beginning).join(' OR ');
	const rows = await rowsOf(wanted.map((one) => asked(one, { words, condition: withWords(lists) })));
	const full = wanted.filter(({ kind, first, limit }) => first && rows.filter((row) => row.kind === kind.kind).length === limit);
	const opening = lists.map((tokens) => `({words}: ^ ${tokens.map(quoted).join(' + ')} *)`).join(' OR ');
	return answers([...(await rowsOf(full.map((one) => asked(one, { words: opening, condition: isOpening(one) })))), ...rows]);
}

/**
 * Records with every one of these tokens at the beginning of a word or anywhere inside a name or a compound, at least one of them inside:
 * "fabrik" finds Maskinfabrikken. Tokens under three letters find nothing by themselves.
 */
export async function entriesContaining(tokens: readonly string[], wanted: readonly Wanted[]): Promise<Answers> {
	const pieces = tokens.map(gramsOf).filter(({ length }) => length > 0);
	if (pieces.length === 0) return new Map();
	const begins = (token: string) => sql`${placeIn}(' ' || ${searchEntries.words}, ${` ${token}`}) > 0`;
	const inside = (token: string) => sql`${placeIn}(${searchEntries.grams}, ${token}) > 0`;
	// Of texts only the longer parts of words are looked for.
	const eachOf = ({ first }: Wanted) =>
		and(
			...tokens.map((token) => (first === undefined && !isPart(token) ? begins(token) : or(begins(token), inside(token)))),
			sql`not (${and(...tokens.map(begins))})`,
		);
	const grams = pieces.map((some) => `(${some.map(quoted).join(' AND ')})`).join(' OR ');
	const lists = pieces.map((some) => sql`search_grams(${searchEntries.grams}) @> array[${sql.join(some, sql`, `)}]::text[]`);
	return answers(await rowsOf(wanted.map((one) => asked(one, { grams, each: eachOf(one), condition: and(or(...lists), eachOf(one)) }))));
}

/** A question to the index: its words or parts of words on SQLite with what is still to be looked at, a condition on PostgreSQL. */
interface Question {
	words?: string;
	grams?: string;
	each?: SQL | undefined;
	condition: SQL | undefined;
}

/** Texts in which the parts of a word may stand, looked at for the word. */
const TEXTS_LOOKED_AT = 300;

const placeIn = sql.raw(engine === 'postgres' ? 'strpos' : 'instr');
const isOpening = ({ first }: Wanted) => (first ? sql`${placeIn}(${searchEntries.words}, ${first}) = 1` : sql`0 = 1`);
const beginning = (tokens: readonly string[]) => `(${tokens.map((token) => `${quoted(token)}*`).join(' AND ')})`;

function withWords(lists: ReadonlyArray<readonly string[]>): SQL {
	const asked = lists.map((tokens) => `(${tokens.map((token) => `'${token}':*`).join(' & ')})`).join(' | ');
	return sql`to_tsvector('simple', ${searchEntries.words}) @@ to_tsquery('simple', ${asked})`;
}

/** One kind's answers to one question. */
function asked(wanted: Wanted, question: Question): SQL {
	const { kind, audiences, first, districtNo, records, limit } = wanted;
	const index = engine === 'postgres' ? null : question.grams ? 'search_grams' : 'search_words';
	// The index first, the entries by its row ids: the other way round every entry would be asked.
	const id = index ? sql.raw(`${index}.rowid`) : sql`${searchEntries.id}`;
	const [low, high] = districtNo === undefined ? [0, DRAWER / PARTITION - 1] : [districtNo, districtNo];
	const within = sql`${id} between ${kind.drawer * DRAWER + low * PARTITION} and ${kind.drawer * DRAWER + (high + 1) * PARTITION - 1}`;
	const matches = index && sql`${sql.raw(index)} match ${matching(kind.kind, question)}`;
	// Of texts, whose parts of words lie close together, only the latest are looked at.
	const isCapped = index !== null && question.grams !== undefined && first === undefined;
	const latest = sql`(select rowid from ${sql.raw(index ?? '')} where ${and(matches ?? undefined, within)} order by rowid desc limit ${sql.raw(String(TEXTS_LOOKED_AT))}) as ${sql.raw(index ?? '')}`;
	const from = index ? sql`${isCapped ? latest : sql.raw(index)} cross join ${searchEntries} on ${searchEntries.id} = ${id}` : sql`${searchEntries}`;
	const where = and(
		isCapped ? undefined : (matches ?? question.condition),
		within,
		index ? question.each : undefined,
		audiences ? inArray(searchEntries.audience, [...audiences]) : undefined,
		records && sql`${searchEntries.recordId} in ${records}`,
	);
	const row = sql`${kind.kind} as kind, ${searchEntries.recordId} as record_id, case when ${isOpening(wanted)} then 0 else 1 end as place, ${id} as at`;
	return sql`select * from (select ${row} from ${from} where ${where} order by ${id} ${sql.raw(first === undefined ? 'desc' : 'asc')} limit ${limit}) as one`;
}

/** The kind is a word of the index, and the first and last three letters of it are parts of a name: what is common is looked through within the kind alone. */
const matching = (kind: string, { words, grams }: Question): string =>
	grams ? `${quoted(`_${kind.slice(0, 2)}`)} AND ${quoted(`${kind.slice(-2)}_`)} AND (${grams})` : `_${kind}_ AND (${words})`;

interface Row {
	kind: string;
	recordId: string;
	place: number;
}

const rowsOf = async (questions: readonly SQL[]): Promise<Row[]> =>
	questions.length === 0
		? []
		: db
				.select({ kind: sql<string>`kind`, recordId: sql<string>`record_id`, place: sql<number>`place` })
				.from(sql`(${sql.join([...questions], sql` union all `)}) as found`);

/** Each question's answers stand together and in their order; those that begin as asked go before the others. */
function answers(rows: readonly Row[]): Answers {
	const found: Answers = new Map();
	for (const { kind, recordId } of [...rows].sort((a, b) => a.place - b.place)) {
		const ids = found.get(kind) ?? new Set();
		found.set(kind, ids.add(recordId));
	}
	return found;
}

const quoted = (word: string) => `"${word}"`;

const gramsOf = (token: string): string[] => {
	const letters = [...token];
	return [...new Set(letters.slice(2).map((_, at) => letters.slice(at, at + 3).join('')))];
};
