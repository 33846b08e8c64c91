import { and, asc, desc, eq, inArray, isNotNull, or } from 'drizzle-orm';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { db } from '#db/client.server.ts';
import { searchTerms, searchTokens, typedTerms } from '#db/fold.ts';
import { entriesContaining } from '#db/full-text.server.ts';
import { companyTerms, dialogueSubjects, dialogues } from '#db/schema/index.ts';
import { startsWith } from '#db/sql.server.ts';
import { COMPANY_DRAWER } from './findable.server.ts';
import { placeLine } from './place-line.ts';
import { companiesByIds, companyByNumber, placesOf } from './queries.server.ts';

const SHOWN = 12;
/** Prefix matches read before the best twelve are chosen. */
const READ = 60;
const RECENT_TALKS = 20;

/** A firm as a picker offers it; `sites` only where there is a choice. */
export interface CompanyHit {
	id: string;
	name: string;
	cvr: string | null;
	place: string;
	districtName: string | null;
	sites: Array<{ id: string; label: string }>;
}

/**
 * Up to twelve firms for what is typed into a picker: a CVR or P-number, or the beginning of any word of a name.
 * The viewer's own recent firms come first; with nothing typed they are the answer.
 */
export async function companyHits(viewer: Viewer, typed: string): Promise<CompanyHit[]> {
	const exact = await companyByNumber(viewer, typed);
	if (exact) return described(viewer, [exact.id], []);
	const words = typedTerms(typed);
	const [word] = words;
	if (typed.trim() && !word) return [];
	const [recent, named] = await Promise.all([recentCompanies(viewer), word ? idsNamed(words) : []]);
	const inside = word && named.length < SHOWN ? await idsWithInside(word) : [];
	return described(viewer, [...new Set([...recent, ...named, ...inside])], words, new Set(recent));
}

/** These firms as a picker offers them, in this order; those the viewer may not know of fall out. */
export const companyHitsById = (viewer: Viewer, ids: readonly string[]): Promise<CompanyHit[]> => described(viewer, [...ids], []);

async function described(viewer: Viewer, ids: string[], words: readonly string[], recent: ReadonlySet<string> = new Set()): Promise<CompanyHit[]> {
	if (ids.length === 0) return [];
	const place = new Map(ids.map((id, at) => [id, at]));
	const rank = (firm: { id: string; statusGroup: string; terms: string[] }) => {
		const isLate = firm.statusGroup === 'ceased' ? 2 : 0;
		return recent.has(firm.id) ? -1 : isLate + (words.some((word) => firm.terms[0]?.startsWith(word)) ? 0 : 1);
	};
	const firms = (await companiesByIds(viewer, ids))
		.map((firm) => ({ ...firm, terms: searchTerms([firm.name, ...firm.alternativeNames]) }))
		.filter(({ id, terms }) => !recent.has(id) || words.length === 0 || terms.some((term) => words.some((word) => term.startsWith(word))))
		.sort((a, b) => rank(a) - rank(b) || (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0))
		.slice(0, SHOWN);
	if (firms.length === 0) return [];
	const places = await placesOf(
		viewer,
		firms.map(({ id }) => id),
	);
	return firms.map(({ id, name, cvr, districtName }) => {
		const own = places.filter(({ companyId }) => companyId === id);
		const sites = own.length > 1 ? own.map((site) => ({ id: site.id, label: placeLine(site) || site.name })) : [];
		return { id, name, cvr, place: own[0] ? placeLine(own[0]) : '', districtName, sites };
	});
}

/** Firms of the viewer's latest twenty talks, latest first. */
async function recentCompanies(viewer: Viewer): Promise<string[]> {
	const talks = await db
		.select({ id: dialogues.id })
		.from(dialogues)
		.where(and(eq(dialogues.authorId, viewer.id), within(viewer, 'dialogues')))
		.orderBy(desc(dialogues.heldOn), desc(dialogues.id))
		.limit(RECENT_TALKS);
	if (talks.length === 0) return [];
	const order = new Map(talks.map(({ id }, at) => [id, at]));
	const subjects = await db
		.select({ dialogueId: dialogueSubjects.dialogueId, companyId: dialogueSubjects.thenCompanyId })
		.from(dialogueSubjects)
		.where(and(inArray(dialogueSubjects.dialogueId, [...order.keys()]), isNotNull(dialogueSubjects.thenCompanyId)));
	subjects.sort((a, b) => (order.get(a.dialogueId) ?? 0) - (order.get(b.dialogueId) ?? 0));
	return [...new Set(subjects.flatMap(({ companyId }) => companyId ?? []))];
}

async function idsNamed(words: readonly string[]): Promise<string[]> {
	const rows = await db
		.select({ id: companyTerms.companyId })
		.from(companyTerms)
		.where(or(...words.map((word) => startsWith(companyTerms.term, word))))
		.orderBy(asc(companyTerms.term), asc(companyTerms.companyId))
		.limit(READ);
	return rows.map(({ id }) => id);
}

/** "fabrik" → Demolund Maskinfabrik: where few names have a word beginning so, those with it inside one, by the search index. */
async function idsWithInside(word: string): Promise<string[]> {
	const wanted = { kind: COMPANY_DRAWER, audiences: ['all'], first: word, limit: READ };
	return [...((await entriesContaining(searchTokens(word), [wanted])).get(COMPANY_DRAWER.kind) ?? [])];
}
