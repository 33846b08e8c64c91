import { formatDay, today } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import type { ConsentChannel, ConsentPurpose } from '#db/vocabulary.ts';
import type { ConsentState } from './contact.ts';

export function consentChannelLabel(channel: ConsentChannel): string {
	switch (channel) {
		case 'phone':
			return m.contacts_channel_phone();
		case 'email':
			return m.contacts_channel_email();
		case 'sms':
			return m.contacts_channel_sms();
		case 'letter':
			return m.contacts_channel_letter();
	}
}

export function consentPurposeLabel(purpose: ConsentPurpose): string {
	switch (purpose) {
		case 'invitations':
			return m.contacts_purpose_invitations();
		case 'placements':
			return m.contacts_purpose_placements();
		case 'sharing':
			return m.contacts_purpose_sharing();
	}
}

export function consentStateLabel(state: ConsentState): string {
	switch (state) {
		case 'given':
			return m.contacts_state_given();
		case 'refused':
			return m.contacts_state_refused();
		case 'withdrawn':
			return m.contacts_state_withdrawn();
	}
}

/** "siden 01.03.2024", "01.03.2024–30.06.2026", "til 30.06.2026"; null when no day is known. */
export function periodLabel({ fromOn, toOn }: { fromOn: string | null; toOn: string | null }): string | null {
	if (fromOn && toOn) return `${formatDay(fromOn)} – ${formatDay(toOn)}`;
	if (fromOn) return fromOn > today() ? m.contacts_from({ day: formatDay(fromOn) }) : m.contacts_since({ day: formatDay(fromOn) });
	return toOn ? m.contacts_until({ day: formatDay(toOn) }) : null;
}
