import { PassThrough } from 'node:stream';
import { arrayBuffer } from 'node:stream/consumers';
import type { EntryContext } from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import { renderToPipeableStream } from 'react-dom/server';

/** The whole page in one buffer. */
export default async function handleRequest(request: Request, status: number, headers: Headers, context: EntryContext) {
	const html = await new Promise<ArrayBuffer>((resolve, reject) => {
		const page = renderToPipeableStream(<RemixServer context={context} url={request.url} />, {
			onAllReady: () => arrayBuffer(page.pipe(new PassThrough())).then(resolve, reject),
			onShellError: reject,
		});
	});
	headers.set('Content-Type', 'text/html; charset=utf-8');
	return new Response(html, { status, headers });
}
