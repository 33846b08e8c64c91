import type { Viewer } from '#app/auth/viewer.ts';
import { isCalendarDay } from '#app/days/days.ts';
import type { Revised } from '#app/editing/revise.server.ts';
import { isBadRequest } from '#app/http/errors.ts';
import { today } from '#app/i18n/format.ts';
import { subjectRef } from '#app/subjects/subject.ts';
import { CHANNELS, CONFIDENTIALITY_REASONS } from '#db/vocabulary.ts';
import { reviseDialogue } from './commands.server.ts';
import { type DialogueChanges, EARLIEST_DAY } from './dialogue.ts';
import { dialogueFor, type TalkInFull } from './queries.server.ts';

/** One field's earlier value; `alongside` holds those of the other fields the same save changed. */
export interface Earlier {
	field: string;
	value: unknown;
	alongside: ReadonlyMap<string, unknown>;
}

/**
 * Gives one field of a talk an earlier value again, as a revision of it that changes nothing else: every rule of today holds.
 * `refused`: the field or the value is none this talk can have now. `conflict`: the talk was saved since `version`.
 */
export async function putBackInTalk(
	viewer: Viewer,
	{ id, version }: { id: string; version: number },
	earlier: Earlier,
): Promise<Revised | { kind: 'refused' }> {
	const talk = await dialogueFor(viewer, id);
	const change = changeTo(talk, earlier);
	if (!change) return { kind: 'refused' };
	try {
		return await reviseDialogue(viewer, id, { ...asItStands(talk), ...change, version });
	} catch (error) {
		// A firm or topic that was put away since cannot be named anew.
		if (isBadRequest(error)) return { kind: 'refused' };
		throw error;
	}
}

/** The talk as its own form would send it untouched. */
function asItStands(talk: TalkInFull): Omit<DialogueChanges, 'version'> {
	const { channel, heldOn, heldAtTime, note, assessment, confidentiality, journalReference, hasNoNextStep } = talk;
	const ids = (records: ReadonlyArray<{ id: string }>) => records.map(({ id }) => id);
	return {
		...{ channel, heldOn, heldAtTime, note, assessment, confidentiality, journalReference, hasNoNextStep },
		confidentialityReason: CONFIDENTIALITY_REASONS.find((known) => known === talk.confidentialityReason) ?? null,
		unitId: talk.unit.id,
		subjects: talk.subjectRefs,
		topicIds: ids(talk.topics),
		goalIds: ids(talk.goals),
		contactIds: ids(talk.contacts),
		colleagueIds: ids(talk.colleagues),
		// Rows the form does not name stay as they are.
		...{ followUps: [], needs: [], stances: [], issues: [], newFirm: null, newPerson: null },
	};
}

/** A talk is never without channel, day, note and subject. */
function changeTo(talk: TalkInFull, { field, value, alongside }: Earlier): Partial<DialogueChanges> | null {
	const text = value === null ? null : String(value);
	switch (field) {
		case 'channel': {
			const channel = CHANNELS.find((known) => known === text);
			return channel ? { channel } : null;
		}
		case 'heldOn':
			return text && isCalendarDay(text) && text >= EARLIEST_DAY && text <= today() ? { heldOn: text } : null;
		case 'note':
			return text ? { note: text } : null;
		case 'assessment':
			return { assessment: text };
		case 'heldAtTime':
			return { heldAtTime: text };
		case 'journalReference':
			return { journalReference: text };
		case 'confidentiality':
			return text === 'confidential'
				? closedAgain(alongside.get('confidentialityReason') ?? talk.confidentialityReason)
				: { confidentiality: 'open' };
		case 'confidentialityReason':
			return talk.confidentiality === 'confidential' ? closedAgain(value) : null;
		case 'subjects': {
			const subjects = listOf(value).flatMap((one) => subjectRef(one) ?? []);
			return subjects.length > 0 ? { subjects } : null;
		}
		case 'topicIds':
			return { topicIds: listOf(value) };
		default:
			return null;
	}
}

/** Confidential for the reason it had; there is always one. */
function closedAgain(stored: unknown): Partial<DialogueChanges> | null {
	const confidentialityReason = CONFIDENTIALITY_REASONS.find((known) => known === stored);
	return confidentialityReason ? { confidentiality: 'confidential', confidentialityReason } : null;
}

const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []);
