import type { IssueFields, NeedFields, StanceFields } from '#app/harvest/harvest.ts';
import type { SubjectHit } from '#app/subjects/hits.server.ts';
import type { GoalChoice, TopicChoice } from './components/topics-and-goals.tsx';
import type { ColleagueChoice, PersonMet } from './people.server.ts';

/** The talk form's fields by name; what the server reads stands in `dialogue-form.server.ts` and `form-page.server.ts`. */
export interface DialogueFields {
	id: string;
	version: number;
	firm: string;
	newFirmName: string | null;
	also: string;
	siteId: string | null;
	unitId: string | null;
	contactIds: string[];
	person: string | null;
	personTitle: string | null;
	personPhone: string | null;
	colleagueIds: string[];
	channel: string;
	heldOn: string;
	heldAtTime: string | null;
	note: string | null;
	followUp: string | null;
	followUps: Array<{ line: string; kind: string; contactId: string }>;
	assessment: string | null;
	confidentiality: string;
	confidentialityReason: string | null;
	journalReference: string | null;
	topicIds: string[];
	goalIds: string[];
	goAheadReason: string | null;
	hasNoNextStep: boolean;
	needs: NeedFields[];
	stances: StanceFields[];
	issues: IssueFields[];
}

/** What the form is given beside its values: what there is to choose from. */
export interface TalkFormGiven {
	recent: readonly SubjectHit[];
	topics: readonly TopicChoice[];
	goals: readonly GoalChoice[];
	/** The viewer's units with field work. */
	units: ReadonlyArray<{ unitId: string; unitName: string }>;
	colleagues: readonly ColleagueChoice[];
	/** Of a talk revised: whom it was with, whether something was agreed already, the positions it holds. */
	met: { contacts: readonly PersonMet[]; hasFollowUps: boolean; stanceIds: readonly string[] };
	today: string;
	canCreateFirm: boolean;
	mayTakeStance: boolean;
	/** Made with the form: the id of a firm created with the talk. */
	newFirmId: string;
}
