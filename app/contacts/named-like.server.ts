import { and, inArray, like, or, type SQL } from 'drizzle-orm';
import { idsByNumber } from '#app/findable/by-number.server.ts';
import { fold } from '#db/fold.ts';
import { contacts } from '#db/schema/index.ts';
import { withoutBlanks } from '#db/sql.server.ts';

/**
 * People meant by what is typed: a telephone number in any format or its beginning, an e-mail address or its beginning, or
 * the beginning of words of the name in any order. Null = nothing that could be looked for.
 */
export async function namedLike(typed: string): Promise<SQL | null> {
	const ids = await idsByNumber('contact', typed);
	if (ids) return inArray(contacts.id, ids);
	if (typed.includes('@')) return like(contacts.email, `${typed.trim().toLowerCase().replaceAll('%', '')}%`);
	// Folded words are letters and digits: nothing in them is a wildcard.
	const words = fold(typed).split(' ').filter(Boolean).slice(0, 6);
	const each = and(...words.map((word) => or(like(contacts.nameKey, `${word}%`), like(contacts.nameKey, `% ${word}%`))));
	// "Annemarie", "Anne-Marie" and "Anne Marie" are one name.
	return each ? (or(each, like(withoutBlanks(contacts.nameKey), `${words.join('')}%`)) ?? null) : null;
}
