import { m } from '#app/i18n/paraglide/messages.js';

type Params = Record<string, string>;

// What the page after a deed says. Each feature adds its deeds here; the words stand in the feature's messages.
const TEXT = {
	saved: () => m.shell_flash_saved(),
	undone: () => m.shell_flash_undone(),
	dialogue_logged: (params: Params) => (params.day ? m.dialogues_flash_logged_follow_up({ day: params.day }) : m.dialogues_flash_logged()),
	dialogue_revised: () => m.dialogues_flash_revised(),
	dialogue_withdrawn: () => m.dialogues_flash_withdrawn(),
	dialogue_restored: () => m.dialogues_flash_restored(),
	follow_up_done: () => m.dialogues_flash_follow_up_done(),
	follow_up_dropped: () => m.dialogues_flash_follow_up_dropped(),
	follow_up_broken: () => m.dialogues_flash_follow_up_broken(),
	follow_up_open: () => m.dialogues_flash_follow_up_open(),
	password_changed: () => m.auth_flash_password_changed(),
	signed_out_there: () => m.auth_flash_signed_out_there(),
	person_disabled: ({ name = '' }) => m.people_flash_disabled({ name }),
	person_enabled: ({ name = '' }) => m.people_flash_enabled({ name }),
	unit_created: ({ name = '' }) => m.people_flash_unit_created({ name }),
	unit_archived: ({ name = '' }) => m.people_flash_unit_archived({ name }),
	unit_restored: ({ name = '' }) => m.people_flash_unit_restored({ name }),
	company_registered: ({ name = '' }) => m.companies_flash_registered({ name }),
	company_known: () => m.companies_flash_known(),
	site_opened: () => m.companies_flash_site_opened(),
	district_created: ({ name = '' }) => m.districts_flash_created({ name }),
	district_revised: ({ moved = '0' }) => m.districts_flash_revised({ moved }),
} as const satisfies Record<string, (params: Params) => string>;

export type FlashKey = keyof typeof TEXT;

/** The sentence of a flash message in the reader's language. */
export const flashText = (key: FlashKey, params: Params = {}): string => {
	const text: (params: Params) => string = TEXT[key];
	return text(params);
};
