import type { Channel, TimelineScope } from '#db/vocabulary.ts';
import { isCalendarDay } from '#app/days/days.ts';
import type { FollowUpRow } from '#app/follow-ups/follow-up-line.ts';
import type { IssueRow } from '#app/issues/issue.ts';
import type { NeedRow } from '#app/needs/need.ts';
import type { StanceRow } from '#app/stances/stance.ts';

// A talk as it is logged, and the rules about it that need no database. Browser-safe.

export const NOTE_MAX = 10_000;
/** Further follow-ups one form can add. */
export const MOST_FOLLOW_UPS = 8;
export const EARLIEST_DAY = '1990-01-01';
/** A saved talk can be taken back by its author and the author's unit for a day. */
export const WITHDRAWABLE_MS = 24 * 3_600_000;

export type Confidentiality = 'open' | 'confidential';
export type ConfidentialityReason = 'business_secret' | 'private_matter' | 'planning';

const SUBJECT_KINDS = ['company', 'site', 'district', 'landowner', 'property'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** What a talk is about, by name: a firm (its main site, where it has one), one site of it, an owner, a property, a district. */
export interface SubjectRef {
	kind: SubjectKind;
	id: string;
}

/** Somebody of the talk's first firm or owner whom nobody has met before. */
export interface NewPerson {
	name: string;
	title: string | null;
	phone: string | null;
	email: string | null;
}

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

/** A subject as stored: one of the five, with the company and district of the day of the talk. */
export interface Subject {
	companyId: string | null;
	siteId: string | null;
	districtId: string | null;
	landownerId?: string | null;
	propertyId?: string | null;
	/** The firm itself, the site's, or the firm the owner is. */
	thenCompanyId: string | null;
	thenDistrictId: string | null;
}

/** A talk as the needs, positions and issues named in it see it: in whose name, when, about whom. */
export interface TalkBehind {
	id: string;
	unitId: string;
	heldOn: string;
	subjects: ReadonlyArray<Subject & SubjectRef>;
	isLandownerOnly: boolean;
}

/** True when every subject is an owner or land: its note and topics are then the acting unit's and the managers'. */
export const concernsLandOnly = (subjects: readonly Subject[]): boolean =>
	subjects.length > 0 && subjects.every(({ landownerId, propertyId }) => Boolean(landownerId ?? propertyId));

/** What a stored subject is of. */
export function refOf({ companyId, siteId, districtId, landownerId, propertyId }: Subject): SubjectRef {
	if (siteId) return { kind: 'site', id: siteId };
	if (districtId) return { kind: 'district', id: districtId };
	if (landownerId) return { kind: 'landowner', id: landownerId };
	return propertyId ? { kind: 'property', id: propertyId } : { kind: 'company', id: companyId ?? '' };
}

const REF = new RegExp(`^(?:(${SUBJECT_KINDS.join('|')}):)?([0-9a-f-]{36})$`);

/** A subject as forms and addresses carry it, "landowner:0190…"; an id alone is a firm's. */
export function subjectRef(text: string | null | undefined): SubjectRef | null {
	const [, kind = 'company', id] = REF.exec(text ?? '') ?? [];
	const known = SUBJECT_KINDS.find((one) => one === kind);
	return known && id ? { kind: known, id } : null;
}

export const subjectText = ({ kind, id }: SubjectRef): string => `${kind}:${id}`;

/** The timelines a talk stands on: one row per scope, however many of its subjects lie there. */
export function timelineScopes(
	subjects: readonly Subject[],
	contactIds: readonly string[] = [],
): Array<{ scopeKind: TimelineScope; scopeId: string }> {
	const of = (scopeKind: TimelineScope, ids: Array<string | null | undefined>) =>
		[...new Set(ids)].flatMap((scopeId) => (scopeId ? [{ scopeKind, scopeId }] : []));
	const all = (ids: (subject: Subject) => Array<string | null | undefined>) => subjects.flatMap(ids);
	return [
		...of(
			'company',
			all((subject) => [subject.companyId, subject.thenCompanyId]),
		),
		...of(
			'site',
			all((subject) => [subject.siteId]),
		),
		...of(
			'district',
			all((subject) => [subject.districtId, subject.thenDistrictId]),
		),
		...of(
			'landowner',
			all((subject) => [subject.landownerId]),
		),
		...of(
			'property',
			all((subject) => [subject.propertyId]),
		),
		...of('contact', [...contactIds]),
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
