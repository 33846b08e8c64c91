import type { SubmissionResult } from '@conform-to/react';
import { fieldUnits } from '#app/auth/acting.ts';
import { can } from '#app/auth/policy.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { currentRolesOf } from '#app/contacts/queries.server.ts';
import { today } from '#app/i18n/format.ts';
import { firmOfSite } from '#app/subjects/firms.server.ts';
import { ofFirm, type SubjectHit, subjectHitsById } from '#app/subjects/hits.server.ts';
import { subjectById } from '#app/subjects/meant.server.ts';
import { subjectText } from '#app/subjects/subject.ts';
import { isId, newId } from '#db/new-id.ts';
import type { TalkFormGiven } from './dialogue-fields.ts';
import { colleagueChoices, type PersonMet, peopleByIds } from './people.server.ts';
import { programmeChoices, type TalkInFull } from './queries.server.ts';
import type { SubjectsShown } from './talk-shown.ts';

/** What the talk form is given beside its values, whether the talk is new or revised. */
export async function talkFormGiven(viewer: Viewer): Promise<Omit<TalkFormGiven, 'recent' | 'met'>> {
	const [programme, colleagues] = await Promise.all([programmeChoices(), colleagueChoices(viewer)]);
	return {
		...programme,
		colleagues,
		units: fieldUnits(viewer),
		today: today(),
		canCreateFirm: can(viewer, 'create', 'company'),
		mayTakeStance: can(viewer, 'record', 'stance'),
		newFirmId: newId(),
	};
}

/** What an address sets beforehand (`?company=`, `?site=`, `?landowner=`, `?property=`, `?contact=`): the first subject, its site, who was met. */
export async function presetBy(viewer: Viewer, asked: URLSearchParams) {
	const contactId = asked.get('contact');
	const role = isId(contactId) ? (await currentRolesOf(viewer, [contactId])).get(contactId)?.[0] : undefined;
	const named = ['company', 'site', 'landowner', 'property'].flatMap((kind) => (asked.has(kind) ? `${kind}:${asked.get(kind)}` : []));
	const [first = null] = (await Promise.all([...named, ...(role ? [subjectText(role.place)] : [])].map((ref) => subjectById(viewer, ref)))).filter(
		Boolean,
	);
	return { first, siteId: asked.get('site'), contactIds: isId(contactId) ? [contactId] : [] };
}

/** The people a form that opens with earlier text has ticked. */
export const peopleOfForm = (
	viewer: Viewer,
	restored: Pick<SubmissionResult, 'initialValue'> | undefined,
	preset: string[] = [],
): Promise<PersonMet[]> =>
	peopleByIds(
		viewer,
		[restored?.initialValue?.contactIds ?? preset].flat().flatMap((id) => (typeof id === 'string' ? id : [])),
	);

/** The subjects of a talk as its form shows them, a site by its firm. */
export async function subjectsShown(viewer: Viewer, { subjectRefs }: Pick<TalkInFull, 'subjectRefs'>): Promise<SubjectsShown> {
	const hits = await Promise.all(
		subjectRefs.map(async (ref): Promise<SubjectHit | null> => {
			if (ref.kind !== 'site') return (await subjectHitsById(viewer, [ref]))[0] ?? null;
			const firm = await firmOfSite(viewer, ref.id);
			return firm && ofFirm(firm);
		}),
	);
	const [first = null, ...others] = hits;
	const [named] = subjectRefs;
	const seen = new Set([first?.ref]);
	const more = others.flatMap((hit) => (hit && !seen.has(hit.ref) && seen.add(hit.ref) ? [hit] : []));
	return { first, more, siteId: named?.kind === 'site' && first && first.sites.length > 1 ? named.id : null };
}
