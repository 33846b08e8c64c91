import type { DialogueInput } from '#app/dialogues/dialogue.ts';
import { newId } from '#db/new-id.ts';

/** A plain talk as the form would send it; `given` says what is special about it. */
export const talk = (given: Partial<DialogueInput> & { companyId: string }): DialogueInput => ({
	id: newId(),
	siteId: null,
	unitId: null,
	channel: 'visit',
	heldOn: '2026-11-02',
	heldAtTime: null,
	note: 'Talte om to lærlinge.',
	assessment: null,
	confidentiality: 'open',
	confidentialityReason: null,
	topicIds: [],
	goalIds: [],
	followUp: null,
	hasNoNextStep: false,
	...given,
});

/** The code a command refused with, or 'accepted'. */
export async function refusal(deed: Promise<unknown>): Promise<number | 'accepted'> {
	try {
		await deed;
		return 'accepted';
	} catch (thrown) {
		if (typeof thrown === 'object' && thrown !== null && 'init' in thrown) return (thrown.init as ResponseInit).status ?? 200;
		throw thrown;
	}
}
