import '#app/records/records.server.ts';
import { PassThrough } from 'node:stream';
import { arrayBuffer } from 'node:stream/consumers';
import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from '@remix-run/node';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import { renderToPipeableStream } from 'react-dom/server';
import { noticeDamage } from './health/damage.server.ts';
import { NonceContext } from './http/nonce.tsx';
// Its import also gives the messages of this bundle the request's language.
import './i18n/locale.server.ts';
import { failureOf } from './serve/failure.ts';
import { log } from './serve/log.server.ts';
import './serve/page-context.ts';

/** The whole page in one buffer: nothing here streams, and packing it once halves the bytes (docs/decisions). */
export default async function handleRequest(request: Request, status: number, headers: Headers, context: EntryContext, loadContext: AppLoadContext) {
	const { nonce } = loadContext;
	let finalStatus = status;
	let hasShell = false;
	const html = await new Promise<ArrayBuffer>((resolve, reject) => {
		const page = renderToPipeableStream(
			<NonceContext.Provider value={nonce}>
				<RemixServer context={{ ...context, manifest: ofThisPage(context) }} url={request.url} nonce={nonce} />
			</NonceContext.Provider>,
			{
				nonce,
				// Parts that load their script later stand in the page all the same, not beside it waiting for a script to move them.
				progressiveChunkSize: Number.POSITIVE_INFINITY,
				onAllReady: () => arrayBuffer(page.pipe(new PassThrough())).then(resolve, reject),
				onShellReady: () => {
					hasShell = true;
				},
				onShellError: reject,
				onError(error) {
					finalStatus = 500;
					// Without a shell the error is on its way to handleError already.
					if (hasShell) log().error({ err: error, requestId: loadContext.requestId }, 'part of the page did not render');
				},
			},
		);
	});
	headers.set('Content-Type', 'text/html; charset=utf-8');
	return new Response(html, { status: finalStatus, headers });
}

/** The page's own routes: Remix makes objects of all it is given, and matches them all once more, for each page. The browser has its own list. */
function ofThisPage({ manifest, staticHandlerContext }: EntryContext): EntryContext['manifest'] {
	const own = new Set(staticHandlerContext.matches.map(({ route }) => route.id));
	return { ...manifest, routes: Object.fromEntries(Object.entries(manifest.routes).filter(([id]) => own.has(id))) };
}

/** Answers to `fetch` carry the same types and caching as pages; the server sets the rest. */
export function handleDataRequest(response: Response) {
	const type = response.headers.get('Content-Type');
	if (type && !type.includes('charset')) response.headers.set('Content-Type', `${type}; charset=utf-8`);
	return response;
}

/** Logs what nobody expected, once. Refusals (4xx) are answers, not errors. */
export function handleError(error: unknown, { context }: LoaderFunctionArgs | ActionFunctionArgs) {
	if (isRouteErrorResponse(error) && error.status < 500) return;
	const failure = failureOf(error);
	noticeDamage(error);
	if (failure) context.failure = failure;
	log().error({ err: error, requestId: context.requestId }, failure ?? 'unexpected');
}
