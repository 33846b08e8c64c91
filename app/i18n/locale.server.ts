import { AsyncLocalStorage } from 'node:async_hooks';
import { overwriteGetLocale } from '#app/i18n/paraglide/runtime.js';
import { LANGUAGES, type Language } from '#db/vocabulary.ts';

// One storage per process, whichever bundle asks: the server sets it in front of Remix, the messages read it.
const house = globalThis as typeof globalThis & { __distriktLocale?: AsyncLocalStorage<Language> };
house.__distriktLocale ??= new AsyncLocalStorage<Language>();
const storage = house.__distriktLocale;
overwriteGetLocale(() => storage.getStore() ?? 'da');

/** Name of the cookie that carries the language chosen in the account or at the sign-in page. */
export const LANGUAGE_COOKIE = 'language';

/** Runs `work` with every message in this language. */
export const inLanguage = <T>(language: Language, work: () => T): T => storage.run(language, work);

/** The language of a request: cookie (set from the account at sign-in), then Accept-Language, then Danish. */
export function languageOf(cookie: string | undefined, acceptLanguage: string | undefined): Language {
	const chosen = cookie?.match(/(?:^|;\s*)language=(da|en)(?:;|$)/)?.[1];
	if (chosen === 'da' || chosen === 'en') return chosen;
	for (const part of (acceptLanguage ?? '').toLowerCase().split(',').slice(0, 10)) {
		const wanted = LANGUAGES.find((language) => part.trim().startsWith(language));
		if (wanted) return wanted;
	}
	return 'da';
}
