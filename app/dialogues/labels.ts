import { m } from '#app/i18n/paraglide/messages.js';
import type { IconName } from '#app/ui/icon.tsx';
import { CHANNELS, type Channel, CONFIDENTIALITY_REASONS } from '#db/vocabulary.ts';
import type { ConfidentialityReason } from './dialogue.ts';
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

const REASON: Record<ConfidentialityReason, () => string> = {
	business_secret: () => m.dialogues_reason_business_secret(),
	private_matter: () => m.dialogues_reason_private_matter(),
	planning: () => m.dialogues_reason_planning(),
};
export const reasonLabel = (reason: ConfidentialityReason): string => REASON[reason]();
export const reasonOptions = () => CONFIDENTIALITY_REASONS.map((value) => ({ value, label: reasonLabel(value) }));

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
