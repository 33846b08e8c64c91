import { formatDay, today } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import type { ConsentChannel, ConsentPurpose } from '#db/vocabulary.ts';
import type { ConsentState } from './contact.ts';

const CHANNEL: Record<ConsentChannel, () => string> = {
	phone: () => m.contacts_channel_phone(),
	email: () => m.contacts_channel_email(),
	sms: () => m.contacts_channel_sms(),
	letter: () => m.contacts_channel_letter(),
};
export const consentChannelLabel = (channel: ConsentChannel): string => CHANNEL[channel]();

const PURPOSE: Record<ConsentPurpose, () => string> = {
	invitations: () => m.contacts_purpose_invitations(),
	placements: () => m.contacts_purpose_placements(),
	sharing: () => m.contacts_purpose_sharing(),
};
export const consentPurposeLabel = (purpose: ConsentPurpose): string => PURPOSE[purpose]();

const STATE: Record<ConsentState, () => string> = {
	given: () => m.contacts_state_given(),
	refused: () => m.contacts_state_refused(),
	withdrawn: () => m.contacts_state_withdrawn(),
};
export const consentStateLabel = (state: ConsentState): string => STATE[state]();

/** "siden 01.03.2024", "01.03.2024–30.06.2026", "til 30.06.2026"; null when no day is known. */
export function periodLabel({ fromOn, toOn }: { fromOn: string | null; toOn: string | null }): string | null {
	if (fromOn && toOn) return `${formatDay(fromOn)} – ${formatDay(toOn)}`;
	if (fromOn) return fromOn > today() ? m.contacts_from({ day: formatDay(fromOn) }) : m.contacts_since({ day: formatDay(fromOn) });
	return toOn ? m.contacts_until({ day: formatDay(toOn) }) : null;
}
