import { createServer, type RequestListener, type Server } from 'node:http';
import type { Express } from 'express';
import { isAnnouncedTooLarge } from './body.server.ts';

/** Slow senders are cut: headers within 15 s, the whole request within 30 s (Node's own limits are a minute and five). */
const HEADERS_MS = 15_000;
const REQUEST_MS = 30_000;
/** Longer than a proxy keeps its idle connections (nginx: 60 s), so that it never writes into one we are closing. */
const KEEP_ALIVE_MS = 65_000;

/** Starts answering; resolves when the port is open. */
export async function listen(app: Express, port: number, host: string | undefined): Promise<Server> {
	const answer: RequestListener = (request, response) => {
		// While stopping, each answer is its connection's last.
		if (!server.listening) response.setHeader('Connection', 'close');
		app(request, response);
	};
	const server = createServer(
		{ headersTimeout: HEADERS_MS, requestTimeout: REQUEST_MS, keepAliveTimeout: KEEP_ALIVE_MS, connectionsCheckingInterval: 5_000 },
		answer,
	);
	server.on('checkContinue', (request, response) => {
		if (!isAnnouncedTooLarge({ path: request.url?.split('?')[0] ?? '', headers: request.headers })) response.writeContinue();
		answer(request, response);
	});
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, host, resolve);
	});
	return server;
}
