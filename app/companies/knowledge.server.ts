import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { and, eq, inArray, isNotNull, isNull, ne, notInArray, or, type SQL } from 'drizzle-orm';
import { projectRoot } from '#db/root.ts';
import { companies, sites } from '#db/schema/index.ts';

const FILE = join(projectRoot, 'db', 'reference', 'knowledge_intensity.csv');
let knowing: Map<string, boolean> | undefined;

/** Division → whether Eurostat counts it as a knowledge-intensive business activity (KIABI). */
function definition(): Map<string, boolean> {
	knowing ??= new Map(
		(parse(readFileSync(FILE, 'utf8'), { columns: true, bom: true }) as Array<{ division: string; kiabi: string }>).map((row) => [
			row.division,
			row.kiabi === '1',
		]),
	);
	return knowing;
}

/** State, region and municipality: a hospital would otherwise dominate a district's share. */
const PUBLIC_FORMS: ReadonlySet<string> = new Set(['230', '245', '250']);

/** True for units of public administration by their company form; they stay out of the knowledge share of firms. */
export const isPublicForm = (formCode: string | null): boolean => formCode !== null && PUBLIC_FORMS.has(formCode);

/**
 * Whether a firm counts as knowledge-intensive: the override where somebody set one, else the definition by
 * division. Null = not known, because the industry is not.
 */
export function isKnowledgeIntensive({
	knowledgeOverride,
	division,
}: Pick<typeof companies.$inferSelect, 'knowledgeOverride' | 'division'>): boolean | null {
	if (knowledgeOverride !== 'auto') return knowledgeOverride === 'yes';
	return division === null ? null : (definition().get(division) ?? null);
}

/**
 * Sites (joined with their firms) that the share counts as knowledge-intensive, that it knows of either way, or whose industry
 * it does not know: by the site's own division, else the firm's. Public administration is in none of them.
 */
export function siteKnowledge(which: 'yes' | 'known' | 'unknown'): SQL | undefined {
	const all = [...definition()];
	const known = all.map(([division]) => division);
	const notPublic = or(isNull(companies.formCode), notInArray(companies.formCode, [...PUBLIC_FORMS]));
	const byDivision = eq(companies.knowledgeOverride, 'auto');
	if (which === 'yes') {
		const intensive = all.flatMap(([division, isIntensive]) => (isIntensive ? [division] : []));
		return and(notPublic, or(eq(companies.knowledgeOverride, 'yes'), and(byDivision, divisionIn(intensive))));
	}
	if (which === 'known') return and(notPublic, or(ne(companies.knowledgeOverride, 'auto'), and(byDivision, divisionIn(known))));
	const isStrange = (division: typeof sites.division | typeof companies.division) => and(isNotNull(division), notInArray(division, known));
	const firms = or(isNull(companies.division), isStrange(companies.division));
	return and(notPublic, byDivision, or(isStrange(sites.division), and(isNull(sites.division), firms)));
}

const divisionIn = (divisions: string[]): SQL | undefined =>
	or(inArray(sites.division, divisions), and(isNull(sites.division), inArray(companies.division, divisions)));
