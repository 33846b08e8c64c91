import { createServer } from 'node:http';
import { createRequestHandler } from '@remix-run/node';

// Remix behind Node's own server: no session, no rights, no packing. Tells its port on the first line.
const build = await import(new URL('../../../.cache/bench/bare-remix/server/index.js', import.meta.url).href);
const answer = createRequestHandler(build, 'production');

const server = createServer(async (asked, response) => {
	const finished = new AbortController();
	const page = await answer(new Request(`http://127.0.0.1${asked.url}`, { signal: finished.signal }));
	const body = Buffer.from(await page.arrayBuffer());
	// As the product does: Remix keeps a five-second timer with the page's data unless its request ends in an abort.
	finished.abort();
	response.writeHead(page.status, { 'content-type': 'text/html; charset=utf-8', 'content-length': body.length });
	response.end(body);
});
server.listen(0, '127.0.0.1', () => {
	const address = server.address();
	console.log(typeof address === 'object' ? address?.port : '');
});
