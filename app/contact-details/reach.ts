import { m } from '#app/i18n/paraglide/messages.js';
import { phonesIn } from './phones.ts';

// Ways to reach a person, as links.

/** One number to press. */
export interface Number {
	tel: string;
	sms: string;
	/** As it is read: "43 12 34 56". */
	shown: string;
	/** What stands with it: "lok. 7", "mobil". */
	note: string;
}

/** Each number of a telephone field; what is none by the book (1813) is dialled as it stands. */
export function numbersIn(phone: string): Number[] {
	const { phones } = phonesIn(phone);
	if (phones.length === 0) return [numberOf(phone.replace(/[^\d+]/g, ''), phone, '')];
	return phones.map(({ e164, shown, extension, words }) =>
		numberOf(e164, shown, [extension && m.contacts_extension({ number: extension }), words].filter(Boolean).join(', ')),
	);
}

const numberOf = (digits: string, shown: string, note: string): Number => ({ tel: `tel:${digits}`, sms: `sms:${digits}`, shown, note });

/** A telephone field in one line of text. */
export const phoneShown = (phone: string): string =>
	numbersIn(phone)
		.map(({ shown, note }) => [shown, note].filter(Boolean).join(' '))
		.join(' / ');

/** The address alone goes into a mail link: `a@b.example?bcc=…` would fill in the letter. */
export const mailHref = (email: string) => `mailto:${encodeURIComponent(email).replace('%40', '@')}`;
