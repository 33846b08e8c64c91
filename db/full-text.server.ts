import { and, desc, eq, inArray, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { db } from './client.server.ts';
import { engine } from './engine.ts';
import { searchCounters, searchEntries } from './schema/index.ts';
import { execute } from './sql.server.ts';
import type { Db } from './sqlite.server.ts';

// The full-text index over `search_entries`: FTS5 with external content on SQLite, GIN on PostgreSQL. No triggers: the
// functions that write entries write the index too. Words and tokens are folded already (fold.ts): letters, digits, blanks.

export type Entry = Omit<typeof searchEntries.$inferSelect, 'id'>;

/** Partition 0 holds texts and names in no district; a district's names lie in the partition of its number. Multiplied, never shifted: JavaScript shifts in 32 bits. */
const PARTITION = 2 ** 32;
/** A statement takes 32,766 values. */
const AT_ONCE = 500;

const keyOf = ({ kind, recordId, districtNo }: Entry) => `${kind} ${recordId} ${districtNo}`;
const isSame = (a: Entry, b: Entry) => a.audience === b.audience && a.words === b.words && a.grams === b.grams;

/**
 * Puts these entries in place of whatever stood for the records of one kind. An entry that stays as it was is not
 * touched; one that changes keeps its id, so that texts stay in the order of their time.
 */
export async function replaceEntries(tx: Db, kind: string, recordIds: readonly string[], wanted: readonly Entry[]): Promise<void> {
	for (let at = 0; at < recordIds.length; at += AT_ONCE) {
		const some = recordIds.slice(at, at + AT_ONCE);
		const those = new Set(some);
		await replaceSome(
			tx,
			kind,
			some,
			wanted.filter(({ recordId }) => those.has(recordId)),
		);
	}
}

async function replaceSome(tx: Db, kind: string, recordIds: string[], wanted: readonly Entry[]) {
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
		const first = await nextId(tx, partition, entries.length);
		written.push(...entries.map((entry, position) => ({ ...entry, id: first + position })));
	}
	await takeOut(tx, gone);
	for (let at = 0; at < written.length; at += AT_ONCE) await putIn(tx, written.slice(at, at + AT_ONCE));
}

/** First of `count` ids in a partition, handed out once. */
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
		const those = inArray(searchEntries.id, ids.slice(at, at + AT_ONCE));
		if (engine === 'sqlite') {
			// With the values as they stand: that is what secure-delete wipes.
			await execute(tx, sql`insert into search_words(search_words, rowid, words) select 'delete', id, words from ${searchEntries} where ${those}`);
			await execute(tx, sql`insert into search_grams(search_grams, rowid, grams) select 'delete', id, grams from ${searchEntries} where ${those}`);
		}
		await tx.delete(searchEntries).where(those);
	}
}

async function putIn(tx: Db, rows: Array<Entry & { id: number }>) {
	await tx.insert(searchEntries).values(rows);
	if (engine === 'postgres') return;
	const those = inArray(
		searchEntries.id,
		rows.map(({ id }) => id),
	);
	await execute(tx, sql`insert into search_words(rowid, words) select id, words from ${searchEntries} where ${those}`);
	await execute(tx, sql`insert into search_grams(rowid, grams) select id, grams from ${searchEntries} where ${those}`);
}

/** Makes the index anew from the entries, whatever state it was in. On PostgreSQL the database keeps it by itself. */
export async function rebuildIndex(tx: Db): Promise<void> {
	if (engine === 'postgres') return;
	await execute(tx, sql`insert into search_words(search_words) values ('rebuild')`);
	await execute(tx, sql`insert into search_grams(search_grams) values ('rebuild')`);
}

export interface Wanted {
	kinds: readonly string[];
	/** Null = whoever an entry is for. */
	audiences: readonly string[] | null;
	/** Entries whose words begin like this come first: the name itself before a word inside it. Otherwise the latest come first. */
	first?: string | undefined;
	/** Only names in the district of this number. */
	districtNo?: number | undefined;
	/** Only these records: a query of their ids. */
	records?: SQLWrapper | undefined;
	limit: number;
}

const FOUND = { kind: searchEntries.kind, recordId: searchEntries.recordId };
const placeIn = sql.raw(engine === 'postgres' ? 'strpos' : 'instr');

/** `id` is the column the index is asked by: a partition is a range of it. */
function wantedOnes({ kinds, audiences, districtNo, records }: Wanted, id: SQL): SQL | undefined {
	return and(
		inArray(searchEntries.kind, [...kinds]),
		audiences ? inArray(searchEntries.audience, [...audiences]) : undefined,
		districtNo === undefined ? undefined : sql`${id} between ${districtNo * PARTITION} and ${(districtNo + 1) * PARTITION - 1}`,
		records && sql`${searchEntries.recordId} in ${records}`,
	);
}

const order = ({ first }: Wanted): SQL[] =>
	first ? [sql`case when ${placeIn}(${searchEntries.words}, ${first}) = 1 then 0 else 1 end`, sql`${searchEntries.id}`] : [desc(searchEntries.id)];

type Found = Array<{ kind: string; recordId: string }>;

/** Records with every one of these tokens at the beginning of a word. A record comes once per entry. */
export const entriesBeginning = (tokens: readonly string[], wanted: Wanted): Promise<Found> => rows(beginning([tokens]), wanted);

/**
 * Records with every one of these tokens at the beginning of a word or anywhere inside a name, at least one of them inside:
 * "fabrik" finds Maskinfabrikken. Tokens under three letters find nothing by themselves.
 */
export async function entriesContaining(tokens: readonly string[], wanted: Wanted): Promise<Found> {
	const asked = containing(tokens);
	return asked ? rows(asked, wanted) : [];
}

/**
 * The kinds of which anything answers one of these lists of tokens, as words begin or inside a name. One look through all
 * that match instead of one for each kind that nothing is found of.
 */
export async function kindsAnswering(lists: ReadonlyArray<readonly string[]>, audiences: readonly string[] | null): Promise<Set<string>> {
	const asked = [beginning(lists), ...lists.map(containing)].filter((one) => one !== null);
	const found = await Promise.all(
		asked.map((one) => {
			const query = db
				.selectDistinct({ kind: searchEntries.kind })
				.from(one.index ?? searchEntries)
				.$dynamic();
			if (one.index) query.innerJoin(searchEntries, sql`${searchEntries.id} = ${one.index}.rowid`);
			return query.where(and(one.condition, audiences ? inArray(searchEntries.audience, [...audiences]) : undefined));
		}),
	);
	return new Set(found.flat().map(({ kind }) => kind));
}

/** What is asked of the index: on SQLite a table of its own, by whose row ids the entries are read. */
interface Asked {
	index: SQL | null;
	condition: SQL | undefined;
}

function beginning(lists: ReadonlyArray<readonly string[]>): Asked {
	const question = (word: (token: string) => string, also: string, or: string) => lists.map((tokens) => `(${tokens.map(word).join(also)})`).join(or);
	if (engine === 'sqlite')
		return matching(
			'search_words',
			question((token) => `"${token}"*`, ' AND ', ' OR '),
		);
	const asked = question((token) => `'${token}':*`, ' & ', ' | ');
	return { index: null, condition: sql`to_tsvector('simple', ${searchEntries.words}) @@ to_tsquery('simple', ${asked})` };
}

function containing(tokens: readonly string[]): Asked | null {
	const pieces = tokens.map(gramsOf).filter(({ length }) => length > 0);
	if (pieces.length === 0) return null;
	const each = and(
		...tokens.map(
			(token) => sql`(${placeIn}(' ' || ${searchEntries.words}, ${` ${token}`}) > 0 or ${placeIn}(${searchEntries.grams}, ${token}) > 0)`,
		),
	);
	if (engine === 'postgres') {
		const lists = pieces.map((grams) => sql`search_grams(${searchEntries.grams}) @> array[${sql.join(grams, sql`, `)}]::text[]`);
		return { index: null, condition: and(or(...lists), each) };
	}
	return matching('search_grams', pieces.map((grams) => `(${grams.map((gram) => `"${gram}"`).join(' AND ')})`).join(' OR '), each);
}

function matching(name: 'search_words' | 'search_grams', question: string, each?: SQL): Asked {
	const index = sql.raw(name);
	return { index, condition: and(sql`${index} match ${question}`, each) };
}

/** The index first, the entries by its row ids: the other way round every entry would be asked. */
function rows({ index, condition }: Asked, wanted: Wanted): Promise<Found> {
	const id = index ? sql`${index}.rowid` : sql`${searchEntries.id}`;
	const query = db
		.select(FOUND)
		.from(index ?? searchEntries)
		.$dynamic();
	if (index) query.innerJoin(searchEntries, sql`${searchEntries.id} = ${id}`);
	return query
		.where(and(condition, wantedOnes(wanted, id)))
		.orderBy(...(wanted.first ? order(wanted) : [sql`${id} desc`]))
		.limit(wanted.limit);
}

const gramsOf = (token: string): string[] => {
	const letters = [...token];
	return [...new Set(letters.slice(2).map((_, at) => letters.slice(at, at + 3).join('')))];
};
