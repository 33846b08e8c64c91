import { and, eq, exists, getTableColumns, gte, inArray, isNull, ne, or, type SQL } from 'drizzle-orm';
import { peopleOptions } from '#app/auth/people-options.server.ts';
import { can } from '#app/auth/policy.ts';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { divisionNames, divisions } from '#app/districts/industries.server.ts';
import { districtMarks, districtOptions, idOfDistrict } from '#app/districts/queries.server.ts';
import { idsByNumber } from '#app/findable/by-number.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { archivedIn } from '#app/lists/archived.ts';
import { COUNT_CAP, counted, type Order } from '#app/lists/keyset.server.ts';
import type { ListState } from '#app/lists/list.ts';
import { source } from '#app/lists/source.server.ts';
import { listColumns, listedIn, listedValues } from '#app/record/field.ts';
import { db } from '#db/client.server.ts';
import { typedTerms } from '#db/fold.ts';
import { companies, companyTerms } from '#db/schema/index.ts';
import { startsWith } from '#db/sql.server.ts';
import { STATUS_GROUPS } from '#db/vocabulary.ts';
import { COMPANY_FIELDS } from './fields.ts';
import { headsLabel } from './labels.ts';
import { COMPANY_LIST, type COMPANY_SORTS, type CompanyRow, sizeFrom } from './list.tsx';
import { hasCompanies } from './queries.server.ts';
import { firmIdsOf, isInCharge, isOf } from './responsibles.server.ts';

type State = ListState<keyof typeof COMPANY_LIST.filters, (typeof COMPANY_SORTS)[number]>;

const ROW = {
	id: companies.id,
	name: companies.name,
	...listedIn(COMPANY_FIELDS, getTableColumns(companies)),
	districtId: companies.districtId,
	industryText: companies.industryText,
	division: companies.division,
	headcount: companies.headcount,
	sizeClass: companies.sizeClass,
	lastTalkOn: companies.lastTalkOn,
	isProtected: companies.isProtected,
	statusGroup: companies.statusGroup,
	sortName: companies.sortName,
	sizeRank: companies.sizeRank,
};
type Found = Pick<typeof companies.$inferSelect, keyof typeof ROW>;

export const companyList = source({
	list: COMPANY_LIST,
	further: listColumns(COMPANY_FIELDS),
	isAny: hasCompanies,
	// When a firm was last talked to is part of the talk's heading.
	hidden: (viewer) => (can(viewer, 'see', 'dialogue') ? [] : ['talk']),
	choices: {
		district: async (viewer) => [...(await districtOptions(viewer)), { value: 'none', label: m.companies_no_district() }],
		responsible: () => peopleOptions(isInCharge()),
		division: async () => [
			...(await divisions()).map(({ code, name }) => ({ value: code, label: `${code} ${name}` })),
			{ value: 'unknown', label: m.companies_unknown_industry() },
		],
	},
	async ask(viewer, state) {
		const where = await conditionOf(viewer, state);
		if (!where) return null;
		return {
			read: (which, order, limit) =>
				db
					.select(ROW)
					.from(companies)
					.where(and(where, which))
					.orderBy(...order)
					.limit(limit),
			order: orderOf(state.sort),
			// The order says which index to read: a size that few firms have is not looked for through all of them.
			count: () => counted(companies, where, state.is.size ? [companies.sizeRank] : []),
		};
	},
	rows: rowsOf,
});

/** Who was never talked to stands before the oldest talk. */
function orderOf(sort: State['sort']): Order {
	const names = { sortName: companies.sortName, id: companies.id };
	const isDescending = sort.startsWith('-');
	if (sort.endsWith('name')) return { by: names, isDescending };
	if (sort.endsWith('size')) return { by: { sizeRank: companies.sizeRank, ...names }, isDescending };
	return { by: { lastTalkOn: companies.lastTalkOn, ...names }, isDescending, empty: 'first' };
}

async function rowsOf(viewer: Viewer, found: Found[]): Promise<CompanyRow[]> {
	const [marks, names] = await Promise.all([districtMarks(viewer), divisionNames()]);
	const seesTalks = can(viewer, 'see', 'dialogue');
	return found.map((row) => ({
		id: row.id,
		name: row.name,
		...listedValues(COMPANY_FIELDS, row),
		district: marks.get(row.districtId ?? ''),
		industry: row.industryText ?? names.get(row.division ?? ''),
		heads: headsLabel(row) ?? undefined,
		lastTalkOn: (seesTalks && row.lastTalkOn) || undefined,
		isProtected: row.isProtected || undefined,
		statusGroup: row.statusGroup === 'active' ? undefined : row.statusGroup,
	}));
}

/** The filters as one condition; null = nothing can match. */
async function conditionOf(viewer: Viewer, { q, is }: State): Promise<SQL | null> {
	const [named, mine] = await Promise.all([namedOrNumbered(q), is.mine ? ofPerson(viewer.id) : undefined]);
	const theirs = is.responsible ? await ofPerson(is.responsible) : undefined;
	if (named === null || mine === null || theirs === null) return null;
	const group = STATUS_GROUPS.find((one) => one === is.status);
	return (
		and(
			within(viewer, 'companies', archivedIn(is)),
			is.district === 'none' ? isNull(companies.districtId) : is.district ? eq(companies.districtId, idOfDistrict(is.district)) : undefined,
			is.division ? inDivisions(is.division.split(',')) : undefined,
			is.size ? ofSize(is.size) : undefined,
			is.status ? group && eq(companies.statusGroup, group) : is.archived ? undefined : ne(companies.statusGroup, 'ceased'),
			is.protection ? eq(companies.isProtected, is.protection === 'yes') : undefined,
			named,
			mine,
			theirs,
		) ?? null
	);
}

async function namedOrNumbered(q: string): Promise<SQL | null | undefined> {
	const ids = await idsByNumber('company', q);
	if (ids && ids.length > 0) return inArray(companies.id, ids);
	const words = typedTerms(q);
	return words.length > 0 ? namedLike(words) : undefined;
}

/**
 * Firms with a word of a name that begins like this. Few of them: their ids, so that they are read one by one.
 * Many: asked row by row along the list's own order, which then fills a page soon.
 */
async function namedLike(words: readonly string[]): Promise<SQL | null | undefined> {
	const begins = or(...words.map((word) => startsWith(companyTerms.term, word)));
	const hits = await db
		.selectDistinct({ id: companyTerms.companyId })
		.from(companyTerms)
		.where(begins)
		.limit(COUNT_CAP + 1);
	if (hits.length === 0) return null;
	if (hits.length <= COUNT_CAP)
		return inArray(
			companies.id,
			hits.map(({ id }) => id),
		);
	const hit = db.select({ id: companyTerms.companyId }).from(companyTerms);
	return exists(hit.where(and(eq(companyTerms.companyId, companies.id), begins)));
}

/** The firms somebody is responsible for, like firms of a name: few by their ids, very many row by row. */
async function ofPerson(userId: string): Promise<SQL | null> {
	const ids = await firmIdsOf(userId, COUNT_CAP + 1);
	if (ids.length === 0) return null;
	return ids.length <= COUNT_CAP ? inArray(companies.id, ids) : isOf(userId);
}

function inDivisions(divisions: readonly string[]): SQL | undefined {
	const [first, ...others] = divisions.filter((code) => code !== 'unknown');
	const known =
		first === undefined ? undefined : others.length === 0 ? eq(companies.division, first) : inArray(companies.division, [first, ...others]);
	return divisions.includes('unknown') ? or(isNull(companies.division), known) : known;
}

function ofSize(word: string): SQL | undefined {
	const size = sizeFrom(word);
	if (!size) return eq(companies.sizeRank, -1);
	return size.andAbove ? gte(companies.sizeRank, size.rank) : eq(companies.sizeRank, size.rank);
}
