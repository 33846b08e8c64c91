import { m } from '#app/i18n/paraglide/messages.js';
import type { IconName } from '#app/ui/icon.tsx';
import { CHANNELS, type Channel, CONFIDENTIALITY_REASONS, FOLLOW_UP_KINDS, type FollowUpKind } from '#db/vocabulary.ts';
import type { ConfidentialityReason, SubjectKind } from './dialogue.ts';
import type { FollowUpRefusal } from './follow-up-line.ts';

// Stored words → words on the screen.

const CHANNEL: Record<Channel, () => string> = {
	visit: () => m.dialogues_channel_visit(),
	phone: () => m.dialogues_channel_phone(),
	online: () => m.dialogues_channel_online(),
	network: () => m.dialogues_channel_network(),
	landowner_meeting: () => m.dialogues_channel_landowner_meeting(),
	enquiry: () => m.dialogues_channel_enquiry(),
	event: () => m.dialogues_channel_event(),
};

export const channelLabel = (channel: Channel): string => CHANNEL[channel]();
export const channelOptions = () => CHANNELS.map((value) => ({ value, label: channelLabel(value) }));

const CHANNEL_ICONS: Record<Channel, IconName> = {
	visit: 'company',
	phone: 'phone',
	online: 'online',
	network: 'people',
	landowner_meeting: 'district',
	enquiry: 'mail',
	event: 'calendar',
};
export const channelIcon = (channel: Channel): IconName => CHANNEL_ICONS[channel];

const SUBJECT: Record<SubjectKind, { label: () => string; icon: IconName }> = {
	company: { label: () => m.dialogues_subject_company(), icon: 'company' },
	site: { label: () => m.dialogues_subject_site(), icon: 'site' },
	landowner: { label: () => m.dialogues_subject_landowner(), icon: 'key' },
	property: { label: () => m.dialogues_subject_property(), icon: 'pin' },
	district: { label: () => m.dialogues_subject_district(), icon: 'district' },
};
/** What a talk is about, in a word: firm, owner, property. */
export const subjectLabel = (kind: SubjectKind): string => SUBJECT[kind].label();
export const subjectIcon = (kind: SubjectKind): IconName => SUBJECT[kind].icon;

const REASON: Record<ConfidentialityReason, () => string> = {
	business_secret: () => m.dialogues_reason_business_secret(),
	private_matter: () => m.dialogues_reason_private_matter(),
	planning: () => m.dialogues_reason_planning(),
};
export const reasonLabel = (reason: ConfidentialityReason): string => REASON[reason]();
export const reasonOptions = () => CONFIDENTIALITY_REASONS.map((value) => ({ value, label: reasonLabel(value) }));

const KIND: Record<FollowUpKind, () => string> = {
	task: () => m.dialogues_follow_up_kind_task(),
	promise: () => m.dialogues_follow_up_kind_promise(),
	visit: () => m.dialogues_follow_up_kind_visit(),
};
export const kindLabel = (kind: FollowUpKind): string => KIND[kind]();
export const kindOptions = () => FOLLOW_UP_KINDS.map((value) => ({ value, label: kindLabel(value) }));

const REFUSAL: Record<FollowUpRefusal, () => string> = {
	no_such_day: () => m.dialogues_follow_up_no_such_day(),
	separators: () => m.dialogues_follow_up_separators(),
	unclear: () => m.dialogues_follow_up_unclear(),
	weekday: () => m.dialogues_follow_up_weekday(),
	too_far: () => m.dialogues_follow_up_too_far(),
	several_days: () => m.dialogues_follow_up_several_days(),
	past: () => m.dialogues_follow_up_past(),
	nothing_to_do: () => m.dialogues_follow_up_nothing_to_do(),
	too_long: () => m.dialogues_follow_up_too_long(),
};
/** Why a follow-up line was not taken, and how to write it. */
export const refusalText = (reason: FollowUpRefusal): string => REFUSAL[reason]();
