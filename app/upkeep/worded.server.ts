import { inArray } from 'drizzle-orm';
import { dotted } from '#app/companies/components/company-fields.tsx';
import { knowledgeLabel } from '#app/companies/labels.ts';
import { companyFormName, statusName } from '#app/companies/register-codes.server.ts';
import { formatCvr } from '#app/companies/register-numbers.ts';
import { reasonLabel } from '#app/dialogues/reason-labels.ts';
import { colourLabel } from '#app/districts/colour-label.ts';
import { divisionNames } from '#app/districts/industries.server.ts';
import { formatDay, formatNumber, named } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { landownerKindLabel } from '#app/landowners/labels.ts';
import { subjectRef, subjectText } from '#app/subjects/subject.ts';
import { channelLabel } from '#app/touches/channel-labels.ts';
import { db } from '#db/client.server.ts';
import { isId } from '#db/new-id.ts';
import { companies, contacts, districts, goals, landowners, properties, sites, topics, units, users } from '#db/schema/index.ts';
import { CHANNELS, CONFIDENTIALITY_REASONS, DISTRICT_COLOURS, KNOWLEDGE_OVERRIDES, LANDOWNER_KINDS } from '#db/vocabulary.ts';

// A stored value in the reader's words. What is stored was right once: a word that is no longer known stands as it is.

/** Names of people, units, districts, industries, topics and subjects that values point at. */
export type Names = ReadonlyMap<string, string>;

const POINTERS = ['responsible', 'responsibleId', 'district', 'districtId', 'unitId'];

/** Lists of ids: topics, goals, people, and subjects as "landowner:0190…". */
const LISTS = ['topicIds', 'goalIds', 'contactIds', 'colleagueIds', 'subjects'];

/** The names these values need: a statement per kind of record, however many values. */
export async function namesIn(values: ReadonlyArray<{ field: string; before: unknown; after: unknown }>): Promise<Names> {
	const listed = await namesListed(values.filter(({ field }) => LISTS.includes(field)).flatMap(({ before, after }) => [before, after].flat()));
	const pointing = values.filter(({ field }) => POINTERS.includes(field));
	const ids = [...new Set(pointing.flatMap(({ before, after }) => [before, after]).filter(isId))];
	const divisions = values.some(({ field }) => field === 'targetDivisions') ? await divisionNames() : new Map<string, string>();
	if (ids.length === 0) return new Map([...divisions, ...listed]);
	const pointed = await Promise.all(
		[users, units, districts].map((table) => db.select({ id: table.id, name: table.name }).from(table).where(inArray(table.id, ids))),
	);
	return new Map([...divisions, ...listed, ...pointed.flat().map(({ id, name }) => [id, name] as const)]);
}

/** Topics and subjects by what a value calls them. */
async function namesListed(stored: readonly unknown[]): Promise<Array<readonly [string, string]>> {
	const texts = [...new Set(stored.filter((one): one is string => typeof one === 'string'))];
	const refs = texts.flatMap((text) => (text.includes(':') ? (subjectRef(text) ?? []) : []));
	const ids = texts.filter(isId);
	const known = ids.length > 0 ? await namesOfIds(ids) : [];
	const kinds = [...new Set(refs.map(({ kind }) => kind))];
	const found = await Promise.all(
		kinds.map(async (kind) => {
			const table = SUBJECTS[kind];
			const ids = refs.flatMap((ref) => (ref.kind === kind ? [ref.id] : []));
			const rows = await db.select({ id: table.id, name: table.name }).from(table).where(inArray(table.id, ids));
			return rows.map(({ id, name }) => [subjectText({ kind, id }), name] as const);
		}),
	);
	return [...known, ...found.flat()];
}

async function namesOfIds(ids: string[]): Promise<Array<readonly [string, string]>> {
	const [words, people] = await Promise.all([
		Promise.all([topics, goals].map((table) => db.select().from(table).where(inArray(table.id, ids)))),
		Promise.all([contacts, users].map((table) => db.select({ id: table.id, name: table.name }).from(table).where(inArray(table.id, ids)))),
	]);
	return [...words.flat().map((row) => [row.id, named(row)] as const), ...people.flat().map(({ id, name }) => [id, name] as const)];
}

const SUBJECTS = { company: companies, site: sites, district: districts, landowner: landowners, property: properties };

/** One value in words; nothing known is said so. */
export function worded(field: string, value: unknown, names: Names): string {
	if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return m.upkeep_value_none();
	if (typeof value === 'boolean') return value ? m.upkeep_value_yes() : m.upkeep_value_no();
	const wordFor = (one: unknown) => names.get(String(one)) ?? (LISTS.includes(field) ? m.upkeep_value_unknown() : String(one));
	if (Array.isArray(value)) return value.map(wordFor).join(', ');
	const text = String(value);
	if (POINTERS.includes(field)) return names.get(text) ?? (text === 'point' ? m.companies_district_by_point() : m.upkeep_value_unknown());
	return inWords(field, text);
}

function inWords(field: string, text: string): string {
	switch (field) {
		case 'cvr':
			return formatCvr(text);
		case 'industryCode':
			return dotted(text);
		case 'formCode':
			return companyFormName(text);
		case 'status':
			return statusName(text);
		case 'knowledgeOverride':
			return wordOf(KNOWLEDGE_OVERRIDES, text, knowledgeLabel);
		case 'colour':
			return wordOf(DISTRICT_COLOURS, text, colourLabel);
		case 'kind':
			return wordOf(LANDOWNER_KINDS, text, landownerKindLabel);
		case 'channel':
			return wordOf(CHANNELS, text, channelLabel);
		case 'confidentiality':
			return text === 'open' ? m.upkeep_value_not_confidential() : m.dialogues_confidential();
		case 'confidentialityReason':
			return wordOf(CONFIDENTIALITY_REASONS, text, reasonLabel);
		case 'boundary':
			return m.upkeep_value_outline();
		case 'landArea':
		case 'floorArea':
			return m.upkeep_value_area({ area: formatNumber(Number(text)) });
		default:
			return /^\d{4}-\d{2}-\d{2}$/.test(text) ? formatDay(text) : text;
	}
}

function wordOf<T extends string>(words: readonly T[], text: string, label: (word: T) => string): string {
	const word = words.find((known) => known === text);
	return word === undefined ? text : label(word);
}
