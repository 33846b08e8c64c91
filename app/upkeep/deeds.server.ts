import { can } from '#app/auth/policy.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { allKinds } from '#app/record/declared.server.ts';

/** Deeds on what hangs on a record, told in its history too. */
const entryDeeds = () => Object.assign({}, ...allKinds().map(({ deeds }) => deeds)) as Readonly<Record<string, () => string>>; // of nothing but deeds
/** Those of kinds this viewer may know of. */
export const entryVerbs = (viewer: Viewer): string[] =>
	allKinds().flatMap(({ deeds, noun }) => (deeds && can(viewer, 'see', noun) ? Object.keys(deeds) : []));

/** Older lines have bare verbs, here and below. */
const isUndoing = (verb: string): boolean => verb === 'import.undone' || verb === 'undo';
export const isImport = (verb: string): boolean => verb === 'import.carried_out' || verb === 'import';

/** What a line of the audit chain says was done to the record itself, in a word. */
export function deedOf(verb: string, fileName: string | null): string {
	if (fileName !== null) return isUndoing(verb) ? m.upkeep_deed_import_undone({ file: fileName }) : m.upkeep_deed_imported({ file: fileName });
	const deed = entryDeeds()[verb];
	if (deed) return deed();
	switch (verb.split('.').at(-1)) {
		case 'registered':
		case 'opened':
		case 'created':
		case 'recorded':
		case 'logged':
		case 'agreed':
		case 'raised':
		case 'added':
		case 'log':
			return m.upkeep_deed_created();
		case 'supplemented':
			return m.upkeep_deed_supplemented();
		case 'archived':
			return m.upkeep_deed_archived();
		case 'trashed':
			return m.upkeep_deed_trashed();
		case 'withdrawn':
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
