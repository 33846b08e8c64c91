import { inArray } from 'drizzle-orm';
import { formatDay, named } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { kindNamed } from '#app/record/declared.server.ts';
import type { HistoryField } from '#app/record/kind.server.ts';
import { subjectRef, subjectText } from '#app/subjects/subject.ts';
import { db } from '#db/client.server.ts';
import { isId } from '#db/new-id.ts';
import { contacts, districts, goals, topics, units, users } from '#db/schema/index.ts';

// A stored value in the reader's words. What is stored was right once: a word that is no longer known stands as it is.

/** Names of people, units, districts, industries, topics and subjects that values point at. */
type Names = ReadonlyMap<string, string>;

interface Changed {
	spec: HistoryField;
	before: unknown;
	after: unknown;
}

/** The names these values need: a statement per kind of record, however many values. */
export async function namesIn(values: readonly Changed[]): Promise<Names> {
	const stored = values.filter(({ spec }) => spec.refersTo).flatMap(({ before, after }) => [before, after].flat());
	const texts = [...new Set(stored.filter((one): one is string => typeof one === 'string'))];
	const lists = [...new Set(values.flatMap(({ spec }) => spec.names ?? []))];
	const found = await Promise.all([namesOfIds(texts.filter(isId)), namesOfSubjects(texts), ...lists.map((list) => list())]);
	return new Map(found.flatMap((names) => [...names]));
}

async function namesOfIds(ids: string[]): Promise<Array<readonly [string, string]>> {
	if (ids.length === 0) return [];
	const [words, records] = await Promise.all([
		Promise.all([topics, goals].map((table) => db.select().from(table).where(inArray(table.id, ids)))),
		Promise.all(
			[users, units, districts, contacts].map((table) => db.select({ id: table.id, name: table.name }).from(table).where(inArray(table.id, ids))),
		),
	]);
	return [...words.flat().map((row) => [row.id, named(row)] as const), ...records.flat().map(({ id, name }) => [id, name] as const)];
}

/** Subjects of a talk, by what a value calls them: "landowner:0190…". */
async function namesOfSubjects(texts: readonly string[]): Promise<Array<readonly [string, string]>> {
	const refs = texts.flatMap((text) => (text.includes(':') ? (subjectRef(text) ?? []) : []));
	const found = await Promise.all(
		[...new Set(refs.map(({ kind }) => kind))].map(async (kind) => {
			const rows = await kindNamed(kind)?.upkeep?.names(refs.flatMap((ref) => (ref.kind === kind ? [ref.id] : [])));
			return (rows ?? []).map(({ id, name }) => [subjectText({ kind, id }), name] as const);
		}),
	);
	return found.flat();
}

/** One value in words; nothing known is said so. */
export function worded({ refersTo, words }: HistoryField, value: unknown, names: Names): string {
	if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return m.upkeep_value_none();
	if (typeof value === 'boolean') return value ? m.upkeep_value_yes() : m.upkeep_value_no();
	const unknown = (text: string) => (refersTo ? (words?.(text) ?? m.upkeep_value_unknown()) : text);
	if (Array.isArray(value)) return value.map((one) => names.get(String(one)) ?? unknown(String(one))).join(', ');
	const text = String(value);
	if (refersTo) return names.get(text) ?? unknown(text);
	return words?.(text) ?? (/^\d{4}-\d{2}-\d{2}$/.test(text) ? formatDay(text) : text);
}
