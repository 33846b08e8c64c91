import { can } from '#app/auth/policy.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { adminPlacesFor, placesFor } from '#app/places.ts';
import type { IconName } from '#app/ui/icon.tsx';
import { fold } from '#db/fold.ts';

/** Something to do or a place to go to, as a line of the palette. */
export interface Command {
	id: string;
	label: string;
	to: string;
	icon: IconName;
}

/** What the first words of the palette's line ask for: a talk with somebody, a place, something new, or just to find. */
export interface Intent {
	verb: 'log' | 'go' | 'new' | 'find';
	/** What is typed behind the verb. */
	rest: string;
}

const VERBS = [
	{ verb: 'log', texts: () => m.search_verbs_log() },
	{ verb: 'go', texts: () => m.search_verbs_go() },
	{ verb: 'new', texts: () => m.search_verbs_new() },
] as const;

/** "registrér dialog med demol" → log, "demol". The longest verb wins; one that is not typed to its end is no verb yet. */
export function intentOf(typed: string): Intent {
	const words = typed.trim().split(/\s+/);
	const verbs = VERBS.flatMap(({ verb, texts }) =>
		texts()
			.split(', ')
			.map((text) => ({ verb, text })),
	).sort((a, b) => b.text.length - a.text.length);
	for (const { verb, text } of verbs) {
		const length = text.split(' ').length;
		if (fold(words.slice(0, length).join(' ')) === fold(text)) return { verb, rest: words.slice(length).join(' ') };
	}
	return { verb: 'find', rest: typed.trim() };
}

/** What this viewer may begin anew. */
export function newThingsFor(viewer: Viewer, name = ''): Command[] {
	const plus = 'plus' as const;
	return [
		can(viewer, 'create', 'company') && { id: 'new-company', label: m.search_new_company(), to: paths.newCompany(), icon: plus },
		can(viewer, 'create', 'contact') && { id: 'new-contact', label: m.search_new_contact(), to: paths.newContact(), icon: plus },
		can(viewer, 'create', 'landowner') && { id: 'new-landowner', label: m.search_new_landowner(), to: paths.newLandowner(), icon: plus },
		can(viewer, 'create', 'property') && { id: 'new-property', label: m.search_new_property(), to: paths.newProperty(), icon: plus },
		can(viewer, 'agree', 'followUp') && { id: 'new-follow-up', label: m.search_new_follow_up(), to: paths.newFollowUp(), icon: plus },
		can(viewer, 'record', 'issue') && { id: 'new-issue', label: m.search_new_issue(), to: paths.newIssue(), icon: plus },
		can(viewer, 'create', 'district') && { id: 'new-district', label: m.search_new_district(), to: paths.newDistrict(), icon: plus },
		can(viewer, 'create', 'company') &&
			name.length > 1 && {
				id: 'new-company-named',
				label: m.search_new_company_named({ name: name.slice(0, 60) }),
				to: paths.newCompany({ name: name.slice(0, 60) }),
				icon: plus,
			},
	].filter((command) => command !== false);
}

/** Where to look when nothing present is called so. */
export const searchArchive = (q: string): Command => ({
	id: 'archive',
	label: m.upkeep_archive_search_for({ q: q.slice(0, 60) }),
	to: paths.archive({ q: q.slice(0, 100) }),
	icon: 'archive',
});

export const logTalk = (viewer: Viewer): Command[] =>
	can(viewer, 'log', 'dialogue') ? [{ id: 'log', label: m.shell_log_dialogue(), to: paths.newDialogue(), icon: 'dialogue' }] : [];

export function placesToGo(viewer: Viewer): Command[] {
	const places = [...placesFor(viewer), ...adminPlacesFor(viewer)].map(({ to, label, icon }) => ({ to, label, icon }));
	const others = [
		{ to: paths.archive(), label: m.upkeep_archive_page(), icon: 'archive' as const },
		{ to: paths.account(), label: m.shell_my_account(), icon: 'account' as const },
	];
	return [...places, ...others].map(({ to, label, icon }) => ({
		...{ id: `go-${to}`, to, icon },
		label: m.search_go_to({ place: label }),
	}));
}

/** Those whose label has a word beginning with each word typed; all when nothing is. */
export function saying(commands: readonly Command[], typed: string): Command[] {
	const words = fold(typed).split(' ').filter(Boolean);
	return commands.filter(({ label }) => words.every((word) => ` ${fold(label)}`.includes(` ${word}`)));
}
