import type { Viewer } from '#app/auth/viewer.ts';
import { cvrFrom, pNumberFrom } from '#app/companies/register-numbers.ts';
import { fold, nameKey } from '#db/fold.ts';
import { firmOfSite, firmTyped } from './firms.server.ts';
import { ofFirm, otherHits, type SubjectHit, subjectHitsById } from './hits.server.ts';
import { subjectRef } from './subject.ts';

/** What was typed into a subject field: the one meant, or those it could mean; none = nothing like it. */
export type SubjectTyped =
	| { kind: 'one'; subject: SubjectHit; siteId: string | null }
	| { kind: 'several'; subjects: SubjectHit[] }
	| { kind: 'none' };

/**
 * Reads a subject as typed: a CVR or P-number, a whole name, or the beginning of one. Of a firm and an owner of one whole
 * name it is the firm; otherwise it never chooses between two.
 */
export async function subjectTyped(viewer: Viewer, typed: string): Promise<SubjectTyped> {
	const text = typed.slice(0, 200);
	if (!fold(text)) return { kind: 'none' };
	const firms = await firmTyped(viewer, text);
	const isNumber = Boolean(cvrFrom(text) ?? pNumberFrom(text));
	const isWhole = ({ name }: { name: string }) => nameKey(name) === nameKey(text);
	if (firms.kind === 'one' && (isNumber || isWhole(firms.firm))) return { kind: 'one', subject: ofFirm(firms.firm), siteId: firms.siteId };
	const found = firms.kind === 'one' ? [firms.firm] : firms.kind === 'several' ? firms.firms : [];
	// A firm that owns land is found as both: by the beginning of its name, the firm is meant.
	const others = (await otherHits(viewer, text)).filter(({ kind, name }) => kind !== 'landowner' || !found.some((firm) => firm.name === name));
	const whole = found.some(isWhole) ? [] : others.filter(isWhole);
	const [only, ...more] = whole.length > 0 ? whole : [...found.map(ofFirm), ...others];
	if (!only) return { kind: 'none' };
	return more.length === 0 ? { kind: 'one', subject: only, siteId: null } : { kind: 'several', subjects: [only, ...more].slice(0, 12) };
}

/** The fields by which a form names its first subject: typed, picked from the hits, one of the recent, or one of several offered. */
export interface SubjectFields {
	firm: string;
	pickedId: string;
	recentId: string;
	chosenId: string;
}

/**
 * The subject a form means. A pick counts as long as the text beside it is still its name; without scripts a picked one
 * stays while other text is typed, and then the text counts. Where text and chip disagree, both are offered.
 */
export async function subjectMeant(viewer: Viewer, { firm: typed, pickedId, recentId, chosenId }: SubjectFields): Promise<SubjectTyped> {
	const one = (subject: SubjectHit): SubjectTyped => ({ kind: 'one', subject, siteId: null });
	const chosen = await subjectById(viewer, chosenId);
	if (chosen) return one(chosen);
	const [picked, recent] = await Promise.all([subjectById(viewer, pickedId), subjectById(viewer, recentId)]);
	const text = typed.trim();
	const isUntouched = !text || text === picked?.name;
	if (isUntouched && recent) return one(recent);
	if (isUntouched && picked) return one(picked);
	if (!text) return { kind: 'none' };
	const read = await subjectTyped(viewer, text);
	if (!recent || recent.ref === picked?.ref || (read.kind === 'one' && read.subject.ref === recent.ref)) return read;
	const others = read.kind === 'one' ? [read.subject] : read.kind === 'several' ? read.subjects : [];
	return others.length > 0 ? { kind: 'several', subjects: [recent, ...others.filter(({ ref }) => ref !== recent.ref)] } : read;
}

/** A subject as a form or an address names it, a site by its firm; null when there is none for this viewer. */
export async function subjectById(viewer: Viewer, text: string | null | undefined): Promise<SubjectHit | null> {
	const ref = subjectRef(text);
	if (!ref) return null;
	if (ref.kind === 'site') {
		const firm = await firmOfSite(viewer, ref.id);
		return firm && ofFirm(firm);
	}
	const [hit] = await subjectHitsById(viewer, [ref]);
	return hit ?? null;
}
