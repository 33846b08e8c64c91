import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { phoneKey } from '#db/phone-key.ts';
import { type Abroad, countryDigits, type PhonesRead, phonesIn as read } from './phones.ts';

/** Reads a telephone field as `phones.ts` does; numbers abroad by the rules of the country their code names. */
export const phonesIn = (typed: string): PhonesRead => read(typed, abroad);

const abroad: Abroad = (digits, isInternational) => {
	const given = countryDigits(digits, isInternational);
	const number = given && parsePhoneNumberFromString(`+${given.digits}`);
	// Without a sign of a country code only what that country knows as a number is one.
	if (!number || !(given.hasPrefix ? number.isPossible() : given.digits.length > 10 && number.isValid())) return null;
	return { e164: number.number, shown: number.formatInternational() };
};

/** The keys a field's numbers are found by: Danish ones without their country code, others without "+". */
export const phoneKeys = (typed: string | null | undefined): string[] => [
	...new Set(phonesIn(typed ?? '').phones.map(({ e164 }) => e164.replace(/^\+(?:45(?=\d{8}$))?/, ''))),
];

/** The key of the first number, by which a record is looked up. */
export const firstPhoneKey = (typed: string | null | undefined): string | null => phoneKeys(typed)[0] ?? phoneKey(typed);
