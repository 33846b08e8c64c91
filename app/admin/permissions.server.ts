import { policyLines } from '#app/auth/policy.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import type { Role } from '#db/vocabulary.ts';

export interface Permission {
	/** The name of its text. */
	key: string;
	/** "Registrere en dialog". */
	deed: string;
	roles: readonly Role[];
}

/**
 * Every line of the policy in words, with the roles it allows. The words are looked up by the line's own name, so that a new
 * line needs none but its text; on the server alone, where all texts are. A line nobody has worded fails here.
 */
export const permissions = (): Permission[] =>
	policyLines().map(({ noun, verb, roles }) => {
		const key = `people_may_${snake(noun)}_${verb}`;
		return { key, deed: wordsOf(key), roles };
	});

const snake = (word: string) => word.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function wordsOf(key: string): string {
	const text: unknown = Reflect.get(m, key);
	if (typeof text !== 'function') throw new Error(`A line of the policy has no words: ${key}`);
	return String(text());
}
