import { m } from '#app/i18n/paraglide/messages.js';
import type { IconName } from '#app/ui/icon.tsx';
import { CHANNELS, type Channel } from '#db/vocabulary.ts';

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
