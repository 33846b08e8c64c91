/** Shortest and longest password. Length is what counts (ASVS 6.2.1, 6.2.9); there are no rules of composition (6.2.5). */
export const PASSWORD_LENGTH = { min: 12, max: 200 } as const;

// Of the words that head every leaked list, those that reach twelve characters or are padded to it; and the product's own.
const COMMON = [
	'password',
	'passw0rd',
	'adgangskode',
	'kodeord',
	'velkommen',
	'welcome',
	'qwerty',
	'qwertyuiop',
	'asdfgh',
	'zxcvbn',
	'iloveyou',
	'letmein',
	'administrator',
	'admin',
	'changeme',
	'danmark',
	'denmark',
	'sommer',
	'vinter',
	'efteraar',
	'efterår',
	'foraar',
	'forår',
	'kommune',
	'kommunen',
	'distrikt',
	'erhverv',
	'glostrup',
	'hemmelig',
	'secret',
	'computer',
	'superman',
	'football',
	'fodbold',
];

const LONGEST_FIRST = [...COMMON].sort((a, b) => b.length - a.length);

export type PasswordFault = 'short' | 'long' | 'email' | 'common';

/** What is wrong with a new password for this e-mail address, or null. */
export function passwordFault(password: string, email: string): PasswordFault | null {
	if (password.length < PASSWORD_LENGTH.min) return 'short';
	if (password.length > PASSWORD_LENGTH.max) return 'long';
	const lower = password.toLowerCase();
	const local = email.toLowerCase().split('@')[0] ?? '';
	if (local.length >= 3 && lower.includes(local)) return 'email';
	if (new Set(lower).size < 4 || isRun(lower)) return 'common';
	// What is left beside common words, digits and signs must still be something to guess.
	const rest = LONGEST_FIRST.reduce((left, word) => left.replaceAll(word, ''), lower).replace(/[^\p{L}]/gu, '');
	const hadWord = COMMON.some((word) => lower.includes(word));
	return hadWord && rest.length < 4 ? 'common' : null;
}

/** "123456789012", "abcdefghijkl": each character the one after the last. */
function isRun(text: string): boolean {
	const steps = new Set<number>();
	for (let at = 1; at < text.length; at++) steps.add((text.codePointAt(at) ?? 0) - (text.codePointAt(at - 1) ?? 0));
	steps.delete(-9);
	return steps.size === 1 && (steps.has(1) || steps.has(-1));
}
