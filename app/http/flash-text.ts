import { m } from '#app/i18n/paraglide/messages.js';

type Params = Record<string, string>;

// What the page after a deed says. Each feature adds its deeds here; the words stand in the feature's messages.
const TEXT = {
	saved: () => m.shell_flash_saved(),
	saved_with: ({ whose = '', fields = '' }) => m.shell_flash_saved_with({ whose, fields }),
	saved_with_own: ({ fields = '' }) => m.shell_flash_saved_with_own({ fields }),
	saved_with_others: ({ fields = '' }) => m.shell_flash_saved_with_others({ fields }),
	draft_discarded: () => m.drafts_flash_discarded(),
	undone: () => m.shell_flash_undone(),
	dialogue_logged: (params: Params) => (params.day ? m.dialogues_flash_logged_follow_up({ day: params.day }) : m.dialogues_flash_logged()),
	dialogue_revised: () => m.dialogues_flash_revised(),
	dialogue_withdrawn: () => m.dialogues_flash_withdrawn(),
	dialogue_restored: () => m.dialogues_flash_restored(),
	files_kept: ({ count = '0' }) => (count === '1' ? m.dialogues_files_kept_one() : m.dialogues_files_kept({ count })),
	files_refused: ({ refused = '' }) => refused,
	files_none: () => m.dialogues_files_nothing(),
	file_taken_off: () => m.dialogues_file_removed(),
	follow_up_agreed: (params: Params) =>
		params.day ? m.dialogues_flash_follow_up_agreed_on({ day: params.day }) : m.dialogues_flash_follow_up_agreed(),
	visit_planned: ({ day = '' }) => m.dialogues_flash_visit_planned({ day }),
	follow_up_revised: () => m.dialogues_flash_follow_up_revised(),
	next_step_none: () => m.dialogues_flash_next_step_none(),
	next_step_open: () => m.dialogues_flash_next_step_open(),
	follow_up_done: () => m.dialogues_flash_follow_up_done(),
	follow_up_dropped: () => m.dialogues_flash_follow_up_dropped(),
	follow_up_broken: () => m.dialogues_flash_follow_up_broken(),
	follow_up_open: () => m.dialogues_flash_follow_up_open(),
	issue_raised: () => m.dialogues_flash_issue_raised(),
	issue_resolved: () => m.dialogues_flash_issue_resolved(),
	issue_reopened: () => m.dialogues_flash_issue_reopened(),
	password_changed: () => m.auth_flash_password_changed(),
	signed_out_there: () => m.auth_flash_signed_out_there(),
	person_disabled: ({ name = '' }) => m.people_flash_disabled({ name }),
	person_disabled_handed: ({ name = '' }) => m.people_flash_disabled_handed({ name }),
	person_handed: ({ name = '' }) => m.people_flash_handed({ name }),
	person_enabled: ({ name = '' }) => m.people_flash_enabled({ name }),
	unit_created: ({ name = '' }) => m.people_flash_unit_created({ name }),
	unit_archived: ({ name = '' }) => m.people_flash_unit_archived({ name }),
	unit_restored: ({ name = '' }) => m.people_flash_unit_restored({ name }),
	company_registered: ({ name = '' }) => m.companies_flash_registered({ name }),
	company_known: () => m.companies_flash_known(),
	responsible_named: ({ name = '', unit = '' }) => m.companies_flash_responsible_named({ name, unit }),
	responsible_none: () => m.companies_flash_responsible_none(),
	commitment_recorded: () => m.companies_flash_commitment_recorded(),
	contact_created: () => m.contacts_flash_created(),
	contact_role_added: () => m.contacts_flash_role_added(),
	contact_role_ended: () => m.contacts_flash_role_ended(),
	contact_roles_joined: () => m.contacts_flash_roles_joined(),
	contact_consent_recorded: () => m.contacts_flash_consent_recorded(),
	record_archived: ({ name = '' }) => m.upkeep_flash_archived({ name }),
	record_trashed: ({ name = '' }) => m.upkeep_flash_trashed({ name }),
	record_restored: ({ name = '' }) => m.upkeep_flash_restored({ name }),
	entry_removed: ({ what = '' }) => m.upkeep_flash_entry_removed({ what }),
	entry_restored: ({ what = '' }) => m.upkeep_flash_entry_restored({ what }),
	entry_changed: () => m.upkeep_flash_entry_changed(),
	field_put_back: () => m.upkeep_flash_put_back(),
	site_opened: () => m.companies_flash_site_opened(),
	landowner_created: ({ name = '' }) => m.landowners_flash_created({ name }),
	landowner_known: ({ name = '' }) => m.landowners_flash_known({ name }),
	property_created: () => m.landowners_flash_property_created(),
	ownership_added: () => m.landowners_flash_ownership_added(),
	ownership_sold: () => m.landowners_flash_sold(),
	district_created: ({ name = '' }) => m.districts_flash_created({ name }),
	district_revised: ({ moved = '0' }) => m.districts_flash_revised({ moved }),
} as const satisfies Record<string, (params: Params) => string>;

export type FlashKey = keyof typeof TEXT;

/** The sentence of a flash message in the reader's language. */
export const flashText = (key: FlashKey, params: Params = {}): string => {
	const text: (params: Params) => string = TEXT[key];
	return text(params);
};
