import { type Noun, rolesAllowed, type Verb } from '#app/auth/policy.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import type { Role } from '#db/vocabulary.ts';

// A word for every line of the policy: a new line there does not compile until it is worded here.
const WORDS: { [N in Noun]: Record<Verb<N>, () => string> } = {
	district: { see: () => m.people_may_district_see(), create: () => m.people_may_district_create(), revise: () => m.people_may_district_revise() },
	company: { see: () => m.people_may_company_see(), create: () => m.people_may_company_create(), revise: () => m.people_may_company_revise() },
	site: { see: () => m.people_may_site_see(), create: () => m.people_may_site_create(), revise: () => m.people_may_site_revise() },
	landowner: {
		see: () => m.people_may_landowner_see(),
		create: () => m.people_may_landowner_create(),
		revise: () => m.people_may_landowner_revise(),
	},
	property: { see: () => m.people_may_property_see(), create: () => m.people_may_property_create(), revise: () => m.people_may_property_revise() },
	contact: { see: () => m.people_may_contact_see(), create: () => m.people_may_contact_create(), revise: () => m.people_may_contact_revise() },
	responsible: { see: () => m.people_may_responsible_see(), assign: () => m.people_may_responsible_assign() },
	commitment: { see: () => m.people_may_commitment_see(), record: () => m.people_may_commitment_record() },
	stance: { see: () => m.people_may_stance_see(), record: () => m.people_may_stance_record() },
	need: { see: () => m.people_may_need_see(), record: () => m.people_may_need_record() },
	issue: { see: () => m.people_may_issue_see(), record: () => m.people_may_issue_record() },
	trash: { see: () => m.people_may_trash_see() },
	dialogue: {
		see: () => m.people_may_dialogue_see(),
		log: () => m.people_may_dialogue_log(),
		revise: () => m.people_may_dialogue_revise(),
		withdraw: () => m.people_may_dialogue_withdraw(),
	},
	followUp: { see: () => m.people_may_follow_up_see(), agree: () => m.people_may_follow_up_agree(), settle: () => m.people_may_follow_up_settle() },
	person: {
		see: () => m.people_may_person_see(),
		invite: () => m.people_may_person_invite(),
		revise: () => m.people_may_person_revise(),
		disable: () => m.people_may_person_disable(),
	},
	unit: { see: () => m.people_may_unit_see(), create: () => m.people_may_unit_create(), revise: () => m.people_may_unit_revise() },
	import: { see: () => m.people_may_import_see(), run: () => m.people_may_import_run(), undo: () => m.people_may_import_undo() },
};

export interface Permission {
	key: string;
	deed: string;
	roles: readonly Role[];
}

/** Every line of the policy in words, with the roles it allows. */
export function permissions(): Permission[] {
	const linesOf = <N extends Noun>(noun: N, words: Record<Verb<N>, () => string>) =>
		keysOf(words).map((verb) => ({ key: `${noun}.${String(verb)}`, deed: words[verb](), roles: rolesAllowed(verb, noun) }));
	return [
		...linesOf('district', WORDS.district),
		...linesOf('company', WORDS.company),
		...linesOf('site', WORDS.site),
		...linesOf('landowner', WORDS.landowner),
		...linesOf('property', WORDS.property),
		...linesOf('contact', WORDS.contact),
		...linesOf('responsible', WORDS.responsible),
		...linesOf('commitment', WORDS.commitment),
		...linesOf('stance', WORDS.stance),
		...linesOf('need', WORDS.need),
		...linesOf('issue', WORDS.issue),
		...linesOf('trash', WORDS.trash),
		...linesOf('dialogue', WORDS.dialogue),
		...linesOf('followUp', WORDS.followUp),
		...linesOf('person', WORDS.person),
		...linesOf('unit', WORDS.unit),
		...linesOf('import', WORDS.import),
	];
}

/** `Object.keys` that keeps the type: `WORDS` is closed, it has no other keys. */
const keysOf = <K extends PropertyKey>(record: Record<K, unknown>) => Object.keys(record) as K[];
