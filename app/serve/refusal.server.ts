import type { Request, Response } from 'express';
import { inLanguage, languageOf } from '#app/i18n/locale.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';

/** Why the server answers by itself, before or instead of a page. */
export type RefusalReason = 'bad_request' | 'foreign_origin' | 'method' | 'too_large' | 'busy' | 'full' | 'failed';

const STATUS: Record<RefusalReason, number> = {
	bad_request: 400,
	foreign_origin: 403,
	method: 405,
	too_large: 413,
	failed: 500,
	busy: 503,
	full: 507,
};

const SENTENCE: Record<RefusalReason, () => string> = {
	bad_request: () => m.serve_bad_request(),
	foreign_origin: () => m.serve_foreign_origin(),
	method: () => m.serve_method(),
	too_large: () => m.serve_too_large(),
	busy: () => m.serve_busy(),
	full: () => m.serve_full(),
	failed: () => m.serve_failed(),
};

/**
 * A short answer in the reader's language: a small page for a browser, one line of text for everything else. `typed`: the
 * fields of the form that was not saved, which the page holds and sends again; each form of ours is saved once however often it comes.
 */
export function refuse(request: Request, response: Response, reason: RefusalReason, typed: ReadonlyArray<[string, string]> = []) {
	const language = languageOf(request.headers.cookie, request.headers['accept-language']);
	inLanguage(language, () => {
		response.status(STATUS[reason]).set('Cache-Control', 'no-store');
		if (reason === 'method') response.set('Allow', 'GET, HEAD, POST');
		if (reason === 'busy') response.set('Retry-After', '5');
		const sentence = SENTENCE[reason]();
		const wantsPage = !request.path.endsWith('.data') && request.accepts(['text', 'html']) === 'html';
		if (wantsPage) response.type('html').send(page(language, sentence, response.locals.nonce, formOf(request.originalUrl, typed)));
		else response.type('text').send(`${sentence}\n`);
	});
}

/** Sends what was typed again, to where it was going. */
const formOf = (url: string, typed: ReadonlyArray<[string, string]>) =>
	typed.length === 0
		? ''
		: `<form method="post" action="${asText(url)}">
${typed.map(([name, value]) => `<input type="hidden" name="${asText(name)}" value="${asText(value)}">`).join('\n')}
<p>${m.serve_typed_kept()}</p>
<button>${m.serve_send_again()}</button>
</form>
`;

// Written as numbers, line breaks too: a value is then exactly what was typed.
const asText = (text: string) => text.replace(/[&<>"'\r\n]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const page = (language: string, sentence: string, nonce: string, form: string) => `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Distrikt</title>
<style nonce="${nonce}">:root{color-scheme:light dark}body{font:1.0625rem/1.6 system-ui,sans-serif;max-width:34rem;margin:20vh auto;padding:0 1.5rem}</style>
<h1>Distrikt</h1>
<p>${sentence}</p>
${form}<p><a href="/">${m.serve_to_start()}</a></p>
</html>
`;
