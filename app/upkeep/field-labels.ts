import { m } from '#app/i18n/paraglide/messages.js';
import type { RecordKind } from '#db/vocabulary.ts';

type Labels = Record<string, () => string>;

const PLACE: Labels = {
	address: () => m.companies_address(),
	postalCode: () => m.companies_postal_code(),
	city: () => m.companies_city(),
	district: () => m.companies_district(),
	districtId: () => m.companies_district(),
	lat: () => m.upkeep_field_latitude(),
	lon: () => m.upkeep_field_longitude(),
};
const REACH: Labels = { phone: () => m.companies_phone(), email: () => m.companies_email() };
const HEADS: Labels = {
	headcount: () => m.companies_heads(),
	headcountOn: () => m.companies_headcount_on(),
	headcountSource: () => m.companies_headcount_source(),
	isProtected: () => m.companies_protected(),
	industryCode: () => m.companies_industry(),
};

// A field without a label here is not shown: what is derived of another field, and whatever nobody has thought about.
const LABELS: Record<RecordKind, Labels> = {
	company: {
		...REACH,
		...HEADS,
		name: () => m.companies_name(),
		cvr: () => m.companies_cvr(),
		alternativeNames: () => m.companies_alternative_names(),
		formCode: () => m.companies_form(),
		status: () => m.companies_status(),
		knowledgeOverride: () => m.companies_knowledge(),
		knowledgeReason: () => m.companies_knowledge_reason(),
		website: () => m.companies_website(),
		foundedOn: () => m.companies_founded_on(),
		ceasedOn: () => m.companies_ceased_on(),
		responsible: () => m.upkeep_field_responsible(),
	},
	site: {
		...PLACE,
		...HEADS,
		name: () => m.companies_site_name(),
		pNumber: () => m.companies_p_number(),
		isMain: () => m.companies_is_main(),
		startedOn: () => m.companies_started_on(),
		ceasedOn: () => m.companies_ceased_on(),
	},
	landowner: {
		...PLACE,
		...REACH,
		name: () => m.companies_name(),
		kind: () => m.upkeep_field_landowner_kind(),
		responsible: () => m.upkeep_field_responsible(),
	},
	property: {
		...PLACE,
		name: () => m.companies_name(),
		bfe: () => m.upkeep_field_bfe(),
		cadastralDistrict: () => m.upkeep_field_cadastral_district(),
		parcelNo: () => m.upkeep_field_parcel_no(),
		landArea: () => m.upkeep_field_land_area(),
		floorArea: () => m.upkeep_field_floor_area(),
		use: () => m.upkeep_field_use(),
	},
	contact: { ...REACH, name: () => m.companies_name() },
	district: {
		name: () => m.districts_name(),
		identity: () => m.districts_identity(),
		targetDivisions: () => m.districts_target(),
		responsibleId: () => m.districts_responsible(),
		colour: () => m.districts_colour(),
		boundary: () => m.districts_outline(),
		boundaryNote: () => m.districts_boundary_note(),
	},
	dialogue: {
		subjects: () => m.upkeep_field_subjects(),
		channel: () => m.dialogues_channel(),
		heldOn: () => m.dialogues_held_on(),
		heldAtTime: () => m.dialogues_held_at_time(),
		note: () => m.dialogues_note(),
		topicIds: () => m.dialogues_topics(),
		goalIds: () => m.dialogues_goals(),
		contactIds: () => m.dialogues_people(),
		colleagueIds: () => m.dialogues_colleagues(),
		assessment: () => m.dialogues_assessment(),
		confidentiality: () => m.dialogues_confidentiality(),
		confidentialityReason: () => m.dialogues_reason(),
		journalReference: () => m.upkeep_field_journal_reference(),
		unitId: () => m.dialogues_unit(),
	},
};

/** What a stored field is called on the screen; null for one that is not shown. */
export const fieldLabel = (kind: RecordKind, field: string): string | null => {
	const labels = LABELS[kind];
	return Object.hasOwn(labels, field) ? (labels[field]?.() ?? null) : null;
};
