import type { FollowUpRow } from '#app/follow-ups/follow-up-line.ts';
import type { IssueRow } from '#app/issues/issue.ts';
import type { NeedRow } from '#app/needs/need.ts';
import type { StanceRow } from '#app/stances/stance.ts';
import type { NewPerson, SubjectRef } from '#app/subjects/subject.ts';
import type { Channel } from '#db/vocabulary.ts';

// A talk as it is logged, and the rules about it that need no database. Browser-safe.

export const NOTE_MAX = 10_000;
export const EARLIEST_DAY = '1990-01-01';
/** A saved talk can be taken back by its author and the author's unit for a day. */
export const WITHDRAWABLE_MS = 24 * 3_600_000;

export type Confidentiality = 'open' | 'confidential';
export type ConfidentialityReason = 'business_secret' | 'private_matter' | 'planning';

/** What the form tells of a talk, checked. */
export interface DialogueInput {
	/** Made when the form opened: the same id sent again is the same talk. */
	id: string;
	/** At least one; the first is whose page the talk leads to. */
	subjects: SubjectRef[];
	/** Whom the talk was with. */
	contactIds: string[];
	/** A firm and a person named for the first time, made with the talk. The firm's id stands among the subjects. */
	newFirm: { id: string; name: string; cvr: string | null } | null;
	newPerson: NewPerson | null;
	/** Colleagues who took part. */
	colleagueIds: string[];
	/** Number of the case in the municipality's own records system. */
	journalReference: string | null;
	/** The unit acted for; null = the author's first field unit. */
	unitId: string | null;
	channel: Channel;
	heldOn: string;
	/** "HH:MM". */
	heldAtTime: string | null;
	/** Factual part. */
	note: string | null;
	/** Internal assessment, never mixed with the facts. */
	assessment: string | null;
	confidentiality: Confidentiality;
	confidentialityReason: ConfidentialityReason | null;
	topicIds: string[];
	goalIds: string[];
	/** What follows: tasks, promises and planned visits. On a revision, what is agreed besides. */
	followUps: FollowUpRow[];
	/** Needs of skills, owners' positions and matters named in it. */
	needs: NeedRow[];
	stances: StanceRow[];
	issues: IssueRow[];
	/** The author says that nothing follows. */
	hasNoNextStep: boolean;
}

export type DialogueChanges = Omit<DialogueInput, 'id'> & { version: number };

/** The beginning of a note for a timeline, cut at a word. */
export function excerpt(note: string, max = 280): string {
	if (note.length <= max) return note;
	const cut = note.slice(0, max);
	return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), max / 2)).trimEnd()} …`;
}
