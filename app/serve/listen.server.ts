import { createServer, type RequestListener, type Server } from 'node:http';
import type { Express } from 'express';

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
	// `body` says go on, once it knows who asks; without a word from us Node would say so itself.
	server.on('checkContinue', answer);
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, host, resolve);
	});
	return server;
}
