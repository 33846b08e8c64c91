import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { projectRoot } from '#db/root.ts';
import type { companies } from '#db/schema/index.ts';

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
