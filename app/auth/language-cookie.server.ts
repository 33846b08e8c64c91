import { env } from '#app/env.server.ts';
import { LANGUAGE_COOKIE } from '#app/i18n/locale.server.ts';
import type { Language } from '#db/vocabulary.ts';

const YEAR_S = 365 * 24 * 3600;

/** Set-Cookie header that carries the account's language to pages before the sign-in; only the server reads it. */
export const languageCookie = (language: Language): string =>
	`${LANGUAGE_COOKIE}=${language}; Path=/; Max-Age=${YEAR_S}; HttpOnly; SameSite=Lax${env().isSecure ? '; Secure' : ''}`;
