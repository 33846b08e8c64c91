import type { Viewer } from '#app/auth/viewer.ts';
import { type ContactHit, contactHits } from '#app/contacts/queries.server.ts';
import type { HarvestChoices } from '#app/harvest/harvest.ts';
import type { SubjectRef } from '#app/subjects/subject.ts';
import { touchesOf } from '#app/touches/queries.server.ts';
import { ofColleagues, type Touches } from '#app/touches/touches.ts';
import { harvestChoices } from './harvest-choices.server.ts';

/** What the form shows once it is known whom the talk is about. */
export interface AboutSubjects {
	/** Their people, to tick whom one met. */
	people: ContactHit[];
	/** Who else of the municipality was or will be there. */
	touches: Pick<Touches, 'past' | 'planned'>;
	harvest: HarvestChoices;
}

const NO_TOUCHES: AboutSubjects['touches'] = { past: [], planned: [] };

/** Of these subjects: their people (or whoever is called as typed), the guard's word on the first, what rows can be of them and of the talk's own. */
export async function aboutSubjects(
	viewer: Viewer,
	refs: readonly SubjectRef[],
	{ typed = '', dialogueId }: { typed?: string; dialogueId?: string } = {},
): Promise<AboutSubjects> {
	const ids = (kind: SubjectRef['kind']) => refs.filter((ref) => ref.kind === kind).map(({ id }) => id);
	const [companyIds, landownerIds] = [ids('company'), ids('landowner')];
	const [people, touches, harvest] = await Promise.all([
		refs.length > 0 || typed ? contactHits(viewer, typed, { companyIds, landownerIds }) : [],
		touchesOfFirst(viewer, companyIds[0], landownerIds[0]),
		harvestChoices(viewer, refs, dialogueId),
	]);
	return { people, touches, harvest };
}

async function touchesOfFirst(viewer: Viewer, companyId: string | undefined, landownerId: string | undefined): Promise<AboutSubjects['touches']> {
	if (companyId) return ofColleagues(await touchesOf(viewer, { companyId }));
	return landownerId ? ofColleagues(await touchesOf(viewer, { landownerId })) : NO_TOUCHES;
}
