import { type AppLoadContext, createRequestHandler, type ServerBuild } from '@remix-run/node';
import type { Request as ExpressRequest, Response as ExpressResponse, RequestHandler } from 'express';
import { env } from '#app/env.server.ts';
import { textFieldsOf } from '#app/http/form.server.ts';
import { withRequestId } from '#app/http/request-id.server.ts';
import { inLanguage, languageOf } from '#app/i18n/locale.server.ts';
import { askedNow } from '#db/patience.server.ts';
import { bodyOf } from './body.server.ts';
import { sendPacked } from './packing.server.ts';
import './page-context.ts';
import { refuse } from './refusal.server.ts';

/** More than any form of ours holds. */
const LONGEST_TYPED = 500_000;

/** Everything that is not a file: Remix's pages, their `.data` and the resource routes, answered whole. */
export function pages(build: ServerBuild | (() => Promise<ServerBuild>)): RequestHandler {
	const answer = createRequestHandler(build, env().isDevelopment ? 'development' : 'production');
	return async (request, response, next) => {
		try {
			const asked = asRequest(request);
			if (!asked) return refuse(request, response, 'bad_request');
			const finished = new AbortController();
			const context: AppLoadContext = { nonce: response.locals.nonce, requestId: response.locals.requestId, address: request.ip ?? 'unknown' };
			const language = languageOf(request.headers.cookie, request.headers['accept-language']);
			const answered = await askedNow(() =>
				withRequestId(context.requestId, () =>
					inLanguage(language, async () => {
						const result = await answer(new Request(asked, { signal: finished.signal }), context);
						return { result, body: Buffer.from(await result.arrayBuffer()) };
					}),
				),
			);
			// Remix keeps a five-second timer with the whole page's data unless its request ends in an abort.
			finished.abort();
			const failure = answered.result.status >= 500 ? (context.failure ?? (isPostedForm(request) ? 'failed' : undefined)) : undefined;
			if (failure) return refuse(request, response, failure, await typedIn(request));
			copyHead(answered.result, response);
			await sendPacked(request, response, answered.body);
		} catch (error) {
			next(error);
		}
	};
}

/** Sent by the browser itself, which shows the answer in the form's place; a script keeps its page. */
const isPostedForm = (request: ExpressRequest) => request.method === 'POST' && !request.path.endsWith('.data');

/** What stood in a form that failed, to be sent once more; nothing of a file or a secret. */
async function typedIn(request: ExpressRequest): Promise<Array<[string, string]>> {
	const asked = isPostedForm(request) ? asRequest(request) : undefined;
	return (asked && (await textFieldsOf(asked, LONGEST_TYPED))) ?? [];
}

/**
 * The request as Remix sees it: at our own configured address, whatever Host claims, and without the headers its
 * own origin check would compare (the gate has answered that question; its failure would be a 500).
 */
function asRequest(request: ExpressRequest): Request | undefined {
	const url = `${env().appUrl}${request.originalUrl}`;
	if (!URL.canParse(url)) return undefined;
	const headers = new Headers();
	for (const [name, value] of Object.entries(request.headers)) {
		if (typeof value === 'string' && !/^(origin|host|forwarded|x-forwarded-.*|connection|content-length|transfer-encoding|expect)$/.test(name))
			headers.set(name, value);
	}
	// HEAD is answered as GET; Node leaves the body out.
	const method = request.method === 'HEAD' ? 'GET' : request.method;
	return new Request(url, { method, headers, body: method === 'POST' ? (bodyOf(request) ?? null) : null });
}

function copyHead(result: Response, response: ExpressResponse) {
	response.status(result.status);
	for (const [name, value] of result.headers) if (name !== 'set-cookie') response.set(name, value);
	for (const cookie of result.headers.getSetCookie()) response.append('Set-Cookie', cookie);
	response.set('Cache-Control', 'no-store');
}
