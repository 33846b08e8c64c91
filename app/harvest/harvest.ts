import type { Subject, SubjectRef } from '#app/subjects/subject.ts';
import type { Horizon } from '#db/vocabulary.ts';

// What a talk yields besides its note: needs of skills, owners' positions, matters that live on. Browser-safe.

/**
 * A row of the form cannot be saved as it is: thrown inside the talk's transaction, so that nothing is. `fieldErrors` are
 * for conform's `reply`; 400 = the row does not fit the talk, 409 = somebody changed the same row meanwhile.
 */
export class HarvestRefusal extends Error {
	override name = 'HarvestRefusal';
	readonly fieldErrors: Record<string, string[]>;
	readonly status: 400 | 409;
	/** Field → the version that stands saved, which the next try has then seen. */
	readonly versions: Readonly<Record<string, number>>;
	constructor(fieldErrors: Record<string, string[]>, status: 400 | 409, versions: Record<string, number> = {}) {
		super('A row of the harvest was refused');
		this.fieldErrors = fieldErrors;
		this.status = status;
		this.versions = versions;
	}
}

/** What the subjects of a talk offer its rows; asked again whenever the subjects change. */
export interface HarvestChoices {
	/** Firms a need can be of; the first is the one meant when none is named. */
	firms: Array<{ id: string; name: string; sites: SiteChoice[] }>;
	/** Owners a position can be of, owners before firms that are none yet; the first is meant when none is named. */
	owners: OwnerChoice[];
	/** Open matters of the subjects the viewer may read. */
	issues: Array<{ id: string; title: string }>;
}

export interface OwnerChoice {
	/** `landowner:<id>`, or `company:<id>` for a firm that is none yet. */
	value: string;
	name: string;
	isOwner: boolean;
	properties: Array<{ id: string; name: string }>;
	/** The one property of theirs the talk is about. */
	meantPropertyId: string | null;
}

export const NO_CHOICES: HarvestChoices = { firms: [], owners: [], issues: [] };

/** Most rows of each kind one talk can yield: the form's parts are capped. */
export const MOST_NEEDS = 5;
export const MOST_STANCES = 4;
export const MOST_ISSUES = 15;

/** Fields of the three lists as the form shows them; `id` is made with the form and is the new row's. */
export interface NeedFields {
	id: string;
	version: number | null;
	companyId: string | null;
	/** A site, `WHOLE_FIRM`, or null = where the talk was. */
	siteId: string | null;
	wording: string;
	skillId: string | null;
	/** What that skill is called, for the writer's eyes alone. */
	skillName: string | null;
	level: string | null;
	people: string | null;
	by: string;
	certainty: string;
}
export interface StanceFields {
	id: string;
	owner: string | null;
	/** 'on' where the writer says that the firm is an owner. */
	makesOwner?: 'on';
	propertyId: string | null;
	topicId: string | null;
	level: string | null;
	horizon: Horizon | null;
	barriers: string[];
}
export interface IssueFields {
	id: string;
	/** 'on' for one that was there before. */
	known: 'on' | null;
	named: 'on' | null;
	title: string | null;
	topicId: string | null;
}

/** What lists of needs, positions and matters are asked for. */
export type HarvestScope =
	| { companyId: string }
	| { siteId: string }
	| { landownerId: string }
	| { propertyId: string }
	| { districtId: string }
	| { dialogueId: string };

/** A talk as the needs, positions and issues named in it see it: in whose name, when, about whom. */
export interface TalkBehind {
	id: string;
	unitId: string;
	heldOn: string;
	subjects: ReadonlyArray<Subject & SubjectRef>;
	isLandownerOnly: boolean;
}

/** A site to choose. */
export interface SiteChoice {
	id: string;
	label: string;
}

// The parts of a talk that stand in tables of their own. Ids nobody offered are a forged form, not a mistake of the writer's.

/** A record a talk's save touched, as the audit chain names it. */
export interface Touched {
	kind: string;
	id: string;
}
