import type { Channel } from '#db/vocabulary.ts';
import { isCalendarDay } from './days.ts';
import type { FollowUp } from './follow-up-line.ts';

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
	companyId: string;
	/** One of the firm's sites; null = its main site, where it has one. */
	siteId: string | null;
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
	followUp: FollowUp | null;
	/** The author says that nothing follows. */
	hasNoNextStep: boolean;
}

export type DialogueChanges = Omit<DialogueInput, 'id' | 'followUp'> & { version: number };

export interface Subject {
	companyId: string | null;
	siteId: string | null;
	districtId: string | null;
	/** Company and district of the day of the talk. */
	thenCompanyId: string | null;
	thenDistrictId: string | null;
}

/** The timelines a talk stands on: one row per scope, however many of its subjects lie there. */
export function timelineScopes(subjects: readonly Subject[]): Array<{ scopeKind: 'company' | 'site' | 'district'; scopeId: string }> {
	const of = (scopeKind: 'company' | 'site' | 'district', ids: Array<string | null>) =>
		[...new Set(ids)].flatMap((scopeId) => (scopeId ? [{ scopeKind, scopeId }] : []));
	return [
		...of(
			'company',
			subjects.flatMap((subject) => [subject.companyId, subject.thenCompanyId]),
		),
		...of(
			'site',
			subjects.map((subject) => subject.siteId),
		),
		...of(
			'district',
			subjects.flatMap((subject) => [subject.districtId, subject.thenDistrictId]),
		),
	];
}

/** A place in a list ordered by day and id, newest first: what the next page's address carries. */
export interface Cursor {
	heldOn: string;
	id: string;
}

export const cursorText = ({ heldOn, id }: Cursor): string => `${heldOn}_${id}`;

/** The cursor in an address, or null for anything else, a day no calendar has included. */
export function cursorFrom(text: string | null | undefined): Cursor | null {
	const [, heldOn, id] = /^(\d{4}-\d{2}-\d{2})_([0-9a-f-]{36})$/.exec(text ?? '') ?? [];
	return heldOn && id && isCalendarDay(heldOn) ? { heldOn, id } : null;
}

/** The beginning of a note for a timeline, cut at a word. */
export function excerpt(note: string, max = 280): string {
	if (note.length <= max) return note;
	const cut = note.slice(0, max);
	return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), max / 2)).trimEnd()} …`;
}
