import { m } from '#app/i18n/paraglide/messages.js';

/** Deeds on what hangs on a record, told in its history too. */
const ENTRY_DEEDS = {
	'ownership.added': () => m.upkeep_deed_share_added(),
	'ownership.sold': () => m.upkeep_deed_share_sold(),
	'ownership.removed': () => m.upkeep_deed_share_removed(),
	'ownership.restored': () => m.upkeep_deed_share_restored(),
	'contactRole.added': () => m.upkeep_deed_role_added(),
	'contactRole.removed': () => m.upkeep_deed_role_removed(),
	'contactRole.restored': () => m.upkeep_deed_role_restored(),
};
export const ENTRY_VERBS = Object.keys(ENTRY_DEEDS);

const isEntryVerb = (verb: string): verb is keyof typeof ENTRY_DEEDS => Object.hasOwn(ENTRY_DEEDS, verb);

/** What a line of the audit chain says was done to the record itself, in a word. */
export function deedOf(verb: string, fileName: string | null): string {
	if (fileName !== null) return verb === 'undo' ? m.upkeep_deed_import_undone({ file: fileName }) : m.upkeep_deed_imported({ file: fileName });
	if (isEntryVerb(verb)) return ENTRY_DEEDS[verb]();
	switch (verb.split('.').at(-1)) {
		case 'registered':
		case 'opened':
		case 'created':
		case 'recorded':
		case 'log':
			return m.upkeep_deed_created();
		case 'archived':
			return m.upkeep_deed_archived();
		case 'trashed':
			return m.upkeep_deed_trashed();
		case 'withdraw':
			return m.upkeep_deed_withdrawn();
		case 'restored':
		case 'restore':
			return m.upkeep_deed_restored();
		default:
			return m.upkeep_deed_revised();
	}
}

/** True when the line changed a record that stood already: only then is there something to put back. */
export const isRevision = (verb: string): boolean => /(^|\.)(revised?|responsible)$/.test(verb);
