import type { Viewer } from '#app/auth/viewer.ts';
import { HarvestRefusal } from '#app/harvest/harvest.ts';
import { meanwhileIn } from '#app/http/meanwhile.ts';
import { submitted } from '#app/http/submission.server.ts';
import { paths } from '#app/paths.ts';
import { type AboutSubjects, aboutSubjects } from './about.server.ts';
import type { SavedTalk } from './commands.server.ts';
import type { dialogueForm, revisionForm } from './dialogue-form.server.ts';
import type { FormSubjects } from './form-page.server.ts';
import { replyToRefusal } from './harvest-reply.ts';

/** What belongs to the subjects a refused form had understood. */
export const aboutPage = (viewer: Viewer, { first, more }: FormSubjects, dialogueId?: string): Promise<AboutSubjects> =>
	aboutSubjects(
		viewer,
		[first, ...more].flatMap((hit) => hit ?? []),
		{ dialogueId },
	);

/**
 * Saves, and turns a row of the harvest that cannot be saved into what the form shows: the sentence at the row, and the
 * version of it that stands saved, which the next try has then seen. Other failures pass.
 */
export async function savedOrRefused<Saved>(
	form: FormData,
	schema: ReturnType<typeof dialogueForm> | ReturnType<typeof revisionForm>,
	save: () => Promise<Saved>,
) {
	try {
		return { saved: await save(), refusal: null };
	} catch (error) {
		const gone = meanwhileIn(error);
		if (gone)
			return { saved: null, refusal: { result: submitted(form, schema).reply({ fieldErrors: { [gone.field]: [gone.sentence] } }), status: 400 } };
		if (!(error instanceof HarvestRefusal)) throw error;
		return { saved: null, refusal: { result: replyToRefusal(submitted(form, schema), error), status: error.status } };
	}
}

/** The page a saved talk leads to: its firm's, owner's or property's; of a district, the talk's own. */
export function pageAfter({ id, home }: SavedTalk): string {
	if (home.kind === 'company') return paths.company(home.id);
	if (home.kind === 'landowner') return paths.landowner(home.id);
	return home.kind === 'property' ? paths.property(home.id) : paths.dialogue(id);
}
