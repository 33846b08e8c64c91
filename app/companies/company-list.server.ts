import { type AnyColumn, and, asc, count, desc, eq, exists, gte, inArray, isNotNull, isNull, ne, or, type SQL } from 'drizzle-orm';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { db } from '#db/client.server.ts';
import { fold } from '#db/fold.ts';
import { companies, companyTerms } from '#db/schema/index.ts';
import { beyond, startsWith } from '#db/sql.server.ts';
import type { CompanyFilters, Place } from './list-filters.ts';
import { isMine, myFirmIds } from './responsibles.server.ts';

export const PAGE_SIZE = 50;
/** Counting stops here and says "1.000+": an exact total of a million rows is worth nobody's waiting. */
export const COUNT_CAP = 1_000;

const ROW = {
	id: companies.id,
	name: companies.name,
	cvr: companies.cvr,
	districtId: companies.districtId,
	industryText: companies.industryText,
	division: companies.division,
	headcount: companies.headcount,
	sizeClass: companies.sizeClass,
	lastTalkOn: companies.lastTalkOn,
	isProtected: companies.isProtected,
	statusGroup: companies.statusGroup,
	status: companies.status,
	sortName: companies.sortName,
	sizeRank: companies.sizeRank,
};
type Row = Pick<typeof companies.$inferSelect, keyof typeof ROW>;

/** A stretch of the order that one index serves on both engines, whichever side it sorts nulls to. */
interface Stretch {
	where: SQL | undefined;
	columns: readonly AnyColumn[];
	/** Position of a row or a place within the stretch; null when it belongs to another one. */
	keys(place: Place): readonly (string | number)[] | null;
}

/**
 * One page of the firms the viewer may see, by key: `next` and `previous` are places to go on from.
 * `districtId` is the filter's district already looked up; undefined = no such filter.
 */
export async function companiesPage(viewer: Viewer, filters: CompanyFilters, districtId: string | null | undefined) {
	const where = await conditionOf(viewer, filters, districtId);
	if (!where) return { rows: [], total: 0, isCapped: false, previous: null, next: null };
	const isBackwards = filters.before !== null;
	const [found, counted] = await Promise.all([
		stretch(where, filters, filters.before ?? filters.after, isBackwards),
		db.select({ n: count() }).from(
			db
				.select({ id: companies.id })
				.from(companies)
				.where(where)
				// The order says which index to read: a size that few firms have is not looked for through all of them.
				.orderBy(...(filters.size ? [companies.sizeRank] : []))
				.limit(COUNT_CAP + 1)
				.as('capped'),
		),
	]);
	const hasMore = found.length > PAGE_SIZE;
	const page = isBackwards ? found.slice(0, PAGE_SIZE).reverse() : found.slice(0, PAGE_SIZE);
	const total = counted[0]?.n ?? 0;
	const [first, last] = [page[0], page.at(-1)];
	return {
		rows: page,
		total: Math.min(total, COUNT_CAP),
		isCapped: total > COUNT_CAP,
		previous: first && (isBackwards ? hasMore : filters.after !== null) ? placeOf(first, filters) : null,
		next: last && (isBackwards || hasMore) ? placeOf(last, filters) : null,
	};
}

/** Up to one row more than a page, from `from` on in the wanted direction. */
async function stretch(where: SQL, filters: CompanyFilters, from: Place | null, isBackwards: boolean): Promise<Row[]> {
	const isDescending = filters.sort.startsWith('-') !== isBackwards;
	const all = stretchesOf(filters);
	const inOrder = isDescending ? all.toReversed() : all;
	const start = from ? inOrder.findIndex(({ keys }) => keys(from)) : 0;
	const rows: Row[] = [];
	for (const { where: part, columns, keys } of inOrder.slice(Math.max(start, 0))) {
		const place = rows.length === 0 && from ? keys(from) : null;
		const direction = isDescending ? 'desc' : 'asc';
		rows.push(
			...(await db
				.select(ROW)
				.from(companies)
				.where(and(where, part, place ? beyond(columns, place, direction) : undefined))
				.orderBy(...columns.map((column) => (isDescending ? desc(column) : asc(column))))
				.limit(PAGE_SIZE + 1 - rows.length)),
		);
		if (rows.length > PAGE_SIZE) break;
	}
	return rows;
}

const isText = (value: unknown): value is string => typeof value === 'string';
const asKeys = (values: Place) => values.filter((value) => value !== null);

/** The order as ascending stretches: who was never talked to stands before the oldest talk. */
function stretchesOf({ sort }: CompanyFilters): Stretch[] {
	const names = [companies.sortName, companies.id];
	if (sort.endsWith('name')) return [{ where: undefined, columns: names, keys: asKeys }];
	if (sort.endsWith('size')) return [{ where: undefined, columns: [companies.sizeRank, ...names], keys: asKeys }];
	return [
		{ where: isNull(companies.lastTalkOn), columns: names, keys: ([day, ...rest]) => (day === null ? rest.filter(isText) : null) },
		{
			where: isNotNull(companies.lastTalkOn),
			columns: [companies.lastTalkOn, ...names],
			keys: (place) => (place[0] === null ? null : place.filter(isText)),
		},
	];
}

function placeOf(row: Row, { sort }: CompanyFilters): Place {
	const names = [row.sortName, row.id];
	if (sort.endsWith('name')) return names;
	return sort.endsWith('size') ? [row.sizeRank, ...names] : [row.lastTalkOn, ...names];
}

/** The filters as one condition; null = nothing can match. */
async function conditionOf(viewer: Viewer, filters: CompanyFilters, districtId: string | null | undefined): Promise<SQL | null> {
	const word = fold(filters.q);
	const [named, mine] = await Promise.all([word ? namedLike(word) : undefined, filters.isMine ? ofViewer(viewer) : undefined]);
	if (named === null || mine === null) return null;
	return (
		and(
			within(viewer, 'companies'),
			districtId === undefined ? undefined : districtId === null ? isNull(companies.districtId) : eq(companies.districtId, districtId),
			inDivisions(filters.divisions),
			ofSize(filters.size),
			filters.status === null ? ne(companies.statusGroup, 'ceased') : undefined,
			filters.status && filters.status !== 'all' ? eq(companies.statusGroup, filters.status) : undefined,
			filters.protection ? eq(companies.isProtected, filters.protection === 'yes') : undefined,
			named,
			mine,
		) ?? null
	);
}

/**
 * Firms with a word of a name that begins like this. Few of them: their ids, so that they are read one by one.
 * Many: asked row by row along the list's own order, which then fills a page soon.
 */
async function namedLike(word: string): Promise<SQL | null | undefined> {
	const prefix = word.slice(0, 60).trim();
	const hits = await db
		.selectDistinct({ id: companyTerms.companyId })
		.from(companyTerms)
		.where(startsWith(companyTerms.term, prefix))
		.limit(COUNT_CAP + 1);
	if (hits.length === 0) return null;
	if (hits.length <= COUNT_CAP)
		return inArray(
			companies.id,
			hits.map(({ id }) => id),
		);
	const hit = db.select({ id: companyTerms.companyId }).from(companyTerms);
	return exists(hit.where(and(eq(companyTerms.companyId, companies.id), startsWith(companyTerms.term, prefix))));
}

/** The viewer's own firms, like firms of a name: few by their ids, very many row by row. */
async function ofViewer(viewer: Viewer): Promise<SQL | null> {
	const ids = await myFirmIds(viewer, COUNT_CAP + 1);
	if (ids.length === 0) return null;
	return ids.length <= COUNT_CAP ? inArray(companies.id, ids) : isMine(viewer);
}

function inDivisions(divisions: readonly string[]): SQL | undefined {
	const [first, ...others] = divisions.filter((code) => code !== 'unknown');
	const known =
		first === undefined ? undefined : others.length === 0 ? eq(companies.division, first) : inArray(companies.division, [first, ...others]);
	return divisions.includes('unknown') ? or(isNull(companies.division), known) : known;
}

function ofSize(size: CompanyFilters['size']): SQL | undefined {
	if (size === null) return undefined;
	if (size === 'unknown') return eq(companies.sizeRank, -1);
	return size.andAbove ? gte(companies.sizeRank, size.rank) : eq(companies.sizeRank, size.rank);
}
