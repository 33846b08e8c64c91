import type * as schema from '#db/schema/index.ts';
import type { Form } from './content/firms.ts';
import type { Person } from './content/people.ts';
import type { Place } from './content/places.ts';
import type { Remark, Theme } from './content/theme.ts';
import type { TradeKey } from './content/trades.ts';
import type { Words } from './word-notes.ts';

// What an invented municipality is made from, and the rows that come of it.

type Row<T extends keyof typeof schema> = (typeof schema)[T] extends { $inferInsert: infer R } ? R : never;

/** Every row of the town, by table, in the order they can be written. */
export interface Town {
	units: Row<'units'>[];
	users: Row<'users'>[];
	memberships: Row<'memberships'>[];
	districts: Row<'districts'>[];
	companies: Row<'companies'>[];
	companyTerms: Row<'companyTerms'>[];
	sites: Row<'sites'>[];
	siteDistricts: Row<'siteDistricts'>[];
	dialogues: Row<'dialogues'>[];
	dialogueSubjects: Row<'dialogueSubjects'>[];
	dialogueTopics: Row<'dialogueTopics'>[];
	dialogueGoals: Row<'dialogueGoals'>[];
	followUps: Row<'followUps'>[];
	timelineEntries: Row<'timelineEntries'>[];
	landowners: Row<'landowners'>[];
	properties: Row<'properties'>[];
	ownerships: Row<'ownerships'>[];
	landownerResponsibles: Row<'landownerResponsibles'>[];
	contacts: Row<'contacts'>[];
	contactRoles: Row<'contactRoles'>[];
	consents: Row<'consents'>[];
	companyResponsibles: Row<'companyResponsibles'>[];
	companyCommitments: Row<'companyCommitments'>[];
	dialogueContacts: Row<'dialogueContacts'>[];
	dialogueColleagues: Row<'dialogueColleagues'>[];
	stances: Row<'stances'>[];
	issues: Row<'issues'>[];
	dialogueIssues: Row<'dialogueIssues'>[];
	skillNeeds: Row<'skillNeeds'>[];
}

export interface TownPlan {
	seed: number;
	/** The day on which the town is looked at; everything happened before it. */
	today: string;
	people: readonly Person[];
	places: readonly Place[];
	firms: readonly FirmPlan[];
	talks: number;
	/** How far back the talks go. */
	days: number;
	/** By e-mail: days from today on which the person's open follow-ups are due; negative = overdue. */
	openFollowUps: Readonly<Record<string, readonly number[]>>;
	/** Properties per district. */
	properties: number;
	/** By e-mail: days from today on which the person has planned visits. */
	visits: Readonly<Record<string, readonly number[]>>;
	/** Who has talked with many firms in the last two weeks. */
	busy: string;
	/** Of the demo people. */
	passwordHash: string;
}

/** What the town takes from the reference data. */
export interface References {
	/** Four-digit industry code → Danish text. */
	industries: ReadonlyMap<string, string>;
	topics: ReadonlyMap<string, { id: string; goalNos: number[] }>;
	/** Number → id. */
	goals: ReadonlyMap<number, string>;
	/** Key → id. */
	skills: ReadonlyMap<string, string>;
}

/** A firm to be settled in a district. */
export interface FirmPlan {
	name: string;
	form: Form;
	/** Four-digit industry class. */
	nace: string;
	trade: TradeKey;
	heads: number;
	/** Slug of the main site's district. */
	place: string;
	/** Slugs of further sites' districts. */
	branches: readonly string[];
	status: string;
	statusGroup: 'active' | 'distress' | 'ceased';
	isRegistered: boolean;
}

/** What the follow-ups need to know of a talk. */
export interface Talk {
	id: string;
	heldOn: string;
	authorId: string;
	unitId: string;
	author: Person;
	companyId: string;
	siteId: string;
	districtId: string | null;
	street: string;
	trade: TradeKey;
	theme: Theme;
	isOver: boolean;
	remark: Remark;
	words: Words;
	row: Town['dialogues'][number];
}
