import { can } from '#app/auth/policy.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import type { IconName } from '#app/ui/icon.tsx';

export interface Place {
	to: string;
	label: string;
	/** The label where a phone leaves it 70 px. */
	short: string;
	icon: IconName;
	/** Addresses under which this place is where one is. */
	under: readonly string[];
	/** Not under the thumb: a phone has room for four. */
	isMinor?: boolean;
}

/** The places this viewer can go to, in the order of a day's work. */
export function placesFor(viewer: Viewer): Place[] {
	const day: Place = { to: paths.myDay(), label: m.shell_nav_my_day(), short: m.shell_nav_my_day(), icon: 'home', under: [] };
	const districts: Place = {
		to: paths.districts(),
		label: m.shell_nav_districts(),
		short: m.shell_nav_districts_short(),
		icon: 'district',
		under: ['/districts'],
	};
	const companies: Place = {
		to: paths.companies(),
		label: m.shell_nav_companies(),
		short: m.shell_nav_companies(),
		icon: 'company',
		under: ['/companies', '/sites'],
	};
	const landowners: Place = {
		to: paths.landowners(),
		label: m.landowners_title(),
		short: m.landowners_title(),
		icon: 'key',
		under: ['/landowners', '/properties', '/ownerships'],
		isMinor: true,
	};
	const contacts: Place = {
		to: paths.contacts(),
		label: m.contacts_title(),
		short: m.contacts_title(),
		icon: 'account',
		under: ['/contacts', '/contact-roles'],
		isMinor: true,
	};
	const dialogues: Place = {
		to: paths.dialogues(),
		label: m.shell_nav_dialogues(),
		short: m.shell_nav_dialogues(),
		icon: 'dialogue',
		under: ['/dialogues'],
	};
	const followUps: Place = {
		to: paths.followUps(),
		label: m.dialogues_follow_ups_title(),
		short: m.dialogues_follow_ups_title(),
		icon: 'check',
		under: ['/follow-ups'],
		isMinor: true,
	};
	const needs: Place = {
		to: paths.needs(),
		label: m.dialogues_needs(),
		short: m.dialogues_needs(),
		icon: 'need',
		under: ['/needs'],
		isMinor: true,
	};
	const issues: Place = {
		to: paths.issues(),
		label: m.dialogues_issues(),
		short: m.dialogues_issues(),
		icon: 'flag',
		under: ['/issues'],
		isMinor: true,
	};
	return [day, districts, companies, landowners, contacts, ...(can(viewer, 'see', 'dialogue') ? [dialogues, followUps, needs, issues] : [])];
}

/** Where an administrator keeps house. */
export function adminPlacesFor(viewer: Viewer): Place[] {
	if (!can(viewer, 'see', 'person')) return [];
	return [{ to: paths.people(), label: m.shell_nav_people(), short: m.shell_nav_people_short(), icon: 'people', under: ['/admin'] }];
}

/** True when `pathname` lies in this place. */
export const isAt = (place: Place, pathname: string): boolean =>
	pathname === place.to || place.under.some((start) => pathname === start || pathname.startsWith(`${start}/`));
