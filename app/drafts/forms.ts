import { m } from '#app/i18n/paraglide/messages.js';

/** Forms that keep drafts. */
export const DRAFT_FORMS = [
	'dialogue',
	'followUp',
	'company',
	'site',
	'district',
	'landowner',
	'property',
	'ownership',
	'contact',
	'contactRole',
	'commitment',
	'need',
	'issue',
	'user',
	'unit',
] as const;
export type DraftForm = (typeof DRAFT_FORMS)[number];

const LABELS: Record<DraftForm, () => string> = {
	dialogue: m.drafts_form_dialogue,
	followUp: m.drafts_form_follow_up,
	company: m.drafts_form_company,
	site: m.drafts_form_site,
	district: m.drafts_form_district,
	landowner: m.drafts_form_landowner,
	property: m.drafts_form_property,
	ownership: m.drafts_form_ownership,
	contact: m.drafts_form_contact,
	contactRole: m.drafts_form_contact_role,
	commitment: m.drafts_form_commitment,
	need: m.drafts_form_need,
	issue: m.drafts_form_issue,
	user: m.drafts_form_user,
	unit: m.drafts_form_unit,
};

export const draftFormLabel = (form: DraftForm): string => LABELS[form]();

/** What a draft is of: a form, and the record it edits or the id made for the new one. */
export interface DraftKey {
	form: DraftForm;
	recordId: string;
}

/** Which form and record a text belongs to is told beside its own fields, under names no form of ours uses. */
export const DRAFT_FIELDS = '_draft.';
/** The button that throws a draft away: it posts the whole form, with or without scripts. */
export const DISCARD = `${DRAFT_FIELDS}discard`;

/** The draft route's answers to a script. */
export type DraftAnswer = { state: 'kept' | 'newer' | 'saved'; at: string } | { state: 'exists' | 'too_large' | 'too_many' };
