import { and, desc, eq, gt, inArray, isNotNull, isNull, notInArray } from 'drizzle-orm';
import { db } from '#db/client.server.ts';
import { fold } from '#db/fold.ts';
import { companies, importFirms, imports } from '#db/schema/index.ts';

/** Firms that stood in the last file of this kind and not in this one. They stay: a list may have been cut, and people's work hangs on them. */
export interface Gone {
	fileName: string;
	names: string[];
}

/** How far back a list of the same name is looked for. */
const LATEST = 200;
const PAGE = 1_000;

/** "Firmaer 2026-11.csv" and "firmaer 2026-12.csv" are one list: the months are figures. */
const listKey = (fileName: string) =>
	fold(fileName)
		.replace(/\d+/g, ' ')
		.replace(
			/\b(januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|jan|feb|mar|apr|jun|jul|aug|sep|okt|nov|dec)\b/g,
			' ',
		)
		.replace(/\s+/g, ' ')
		.trim();

export async function goneFrom(fileName: string, present: ReadonlySet<string>): Promise<Gone | null> {
	const earlier = await db
		.select({ id: imports.id, fileName: imports.fileName })
		.from(imports)
		.where(and(isNotNull(imports.finishedAt), isNull(imports.undoneAt)))
		.orderBy(desc(imports.startedAt), desc(imports.id))
		.limit(LATEST);
	const last = earlier.find((one) => listKey(one.fileName) === listKey(fileName));
	if (!last) return null;
	const names: string[] = [];
	for (let after = ''; ; ) {
		const page = await db
			.select({ id: importFirms.companyId })
			.from(importFirms)
			.where(and(eq(importFirms.importId, last.id), gt(importFirms.companyId, after)))
			.orderBy(importFirms.companyId)
			.limit(PAGE);
		const missing = page.map(({ id }) => id).filter((id) => !present.has(id));
		names.push(...(await namesOf(missing)));
		if (page.length < PAGE) return names.length > 0 ? { fileName: last.fileName, names: names.sort((a, b) => a.localeCompare(b, 'da')) } : null;
		after = page.at(-1)?.id ?? after;
	}
}

/** Those that are closed are missing for a good reason; those put away nobody looks for. */
async function namesOf(ids: string[]): Promise<string[]> {
	if (ids.length === 0) return [];
	const rows = await db
		.select({ name: companies.name })
		.from(companies)
		.where(and(inArray(companies.id, ids), isNull(companies.archivedAt), notInArray(companies.statusGroup, ['ceased'])));
	return rows.map(({ name }) => name);
}
