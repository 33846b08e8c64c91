import { phoneKey } from '#db/phone-key.ts';

// Ways to reach a person, as links. The address alone goes into a mail link: `a@b.example?bcc=…` would fill in the letter.

const dialled = (phone: string) => phone.replace(/[^\d+]/g, '');
export const telHref = (phone: string) => `tel:${dialled(phone)}`;
export const smsHref = (phone: string) => `sms:${dialled(phone)}`;
export const mailHref = (email: string) => `mailto:${encodeURIComponent(email).replace('%40', '@')}`;

/** Danish numbers are read in pairs; any other stands as it was written. */
export function phoneShown(phone: string): string {
	const key = phoneKey(phone);
	return key && /^\d{8}$/.test(key) ? key.replace(/(\d\d)(?=\d)/g, '$1 ') : phone;
}
