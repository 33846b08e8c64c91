import { searchTokens } from '#db/fold.ts';
import { phoneKey } from '#db/phone-key.ts';

/** What is asked, out of what was typed. */
export interface Question {
	/** Folded words, each to begin a word of what is found or to stand inside a name. */
	tokens: string[];
	/** Set when a register or telephone number was typed: its digits, with and without a country code. */
	numbers: string[];
	/** Where alone to look: a district, by its id and its number in the index. */
	district?: { id: string; no: number } | null;
}

/** Nobody types more; what is longer is cut, not refused. */
const TYPED_MAX = 100;
const WORD_BEFORE_NUMBER = /^\s*(dk|cvr|p|tlf|telefon|mobil|bfe)([\s.:-]*(nr|nummer))?[\s.:-]*(?=[\d+(])/i;
const NUMBER = /^[\d\s().+–-]+$/;
/** Shorter ones are a house number or a year as likely. */
const NUMBER_LENGTH = 4;

/**
 * "Ølstykke træ" → two words; "DK 41 77 40 37", "+45 43-12 34 56" → a number, whatever its blanks, dots and country code.
 * Null when nothing can be asked.
 */
export function questionFrom(typed: string): Question | null {
	const text = typed.slice(0, TYPED_MAX);
	const bare = text.replace(WORD_BEFORE_NUMBER, '');
	const digits = bare.replace(/\D/g, '');
	const key = phoneKey(bare) ?? digits;
	const numbers = NUMBER.test(bare) && digits.length >= NUMBER_LENGTH ? [...new Set([key, phoneKey(key) ?? key, digits])] : [];
	const tokens = searchTokens(text);
	return tokens.length > 0 ? { tokens, numbers } : null;
}
