import { kindOf } from '#app/record/declared.server.ts';
import { entriesBeginning } from '#db/full-text.server.ts';
import { phoneKey } from '#db/phone-key.ts';

/** A number is looked for from so many digits on. */
const FEWEST_DIGITS = 4;
/** As many as share the beginning of a number; nobody reads on. */
const MOST = 200;

/**
 * Ids of the records of a kind with a number that begins as typed, the second and third of a field too: what lists look for
 * when somebody types digits. Null when what is typed is no number.
 */
export async function idsByNumber(kind: string, typed: string): Promise<string[] | null> {
	const digits = /^[\d\s()+.–-]+$/.test(typed.trim()) ? phoneKey(typed) : null;
	if (!digits || digits.length < FEWEST_DIGITS) return null;
	const found = await entriesBeginning(
		[[digits]],
		[{ kind: { kind, drawer: kindOf(kind).found?.drawer ?? 0 }, audiences: null, first: '', limit: MOST }],
	);
	return [...(found.get(kind) ?? [])];
}
