import type { DialogueInput } from '#app/dialogues/dialogue.ts';
import type { FollowUpRow } from '#app/follow-ups/follow-up-line.ts';
import { newId } from '#db/new-id.ts';

interface Special extends Partial<DialogueInput> {
	/** The firm it was with, and which of its sites. */
	companyId?: string;
	siteId?: string | null;
	followUp?: FollowUpRow | null;
}

/** A plain talk as the form would send it; `given` says what is special about it. */
export const talk = ({ companyId, siteId, followUp, ...given }: Special): DialogueInput => ({
	id: newId(),
	subjects: siteId ? [{ kind: 'site', id: siteId }] : companyId ? [{ kind: 'company', id: companyId }] : [],
	contactIds: [],
	newFirm: null,
	newPerson: null,
	colleagueIds: [],
	journalReference: null,
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
	followUps: followUp ? [followUp] : [],
	needs: [],
	stances: [],
	issues: [],
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
