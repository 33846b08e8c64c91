import { and, between, eq, inArray, like, or, type SQL } from 'drizzle-orm';
import { idsByNumber } from '#app/findable/by-number.server.ts';
import { fold } from '#db/fold.ts';
import { phoneKey } from '#db/phone-key.ts';
import { contacts } from '#db/schema/index.ts';
import { withoutBlanks } from '#db/sql.server.ts';

/** A number is looked for from so many digits on. */
const FEWEST_DIGITS = 4;
const NINES = '9'.repeat(20);

/**
 * People meant by what is typed: a telephone number in any format or its beginning, an e-mail address or its beginning, or
 * the beginning of words of the name in any order. Null = nothing that could be looked for.
 */
export async function namedLike(typed: string): Promise<SQL | null> {
	const ids = await idsByNumber('contact', typed);
	return ids ? inArray(contacts.id, ids) : spelledLike(typed);
}

/** The same of people who stand in no index, since they were put away: by their first number alone. */
export function spelledLike(typed: string): SQL | null {
	const digits = /^[\d\s()+.–-]+$/.test(typed.trim()) ? phoneKey(typed) : null;
	if (digits && digits.length >= FEWEST_DIGITS) return or(eq(contacts.phoneKey, digits), between(contacts.phoneKey, digits, digits + NINES)) ?? null;
	if (typed.includes('@')) return like(contacts.email, `${typed.trim().toLowerCase().replaceAll('%', '')}%`);
	// Folded words are letters and digits: nothing in them is a wildcard.
	const words = fold(typed).split(' ').filter(Boolean).slice(0, 6);
	const each = and(...words.map((word) => or(like(contacts.nameKey, `${word}%`), like(contacts.nameKey, `% ${word}%`))));
	// "Annemarie", "Anne-Marie" and "Anne Marie" are one name.
	return each ? (or(each, like(withoutBlanks(contacts.nameKey), `${words.join('')}%`)) ?? null) : null;
}
