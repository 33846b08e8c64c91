import { createServer, type RequestListener, type Server } from 'node:http';
import { Server as Listener } from 'node:net';
import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises';
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

/** An open request gets this long before its connection is cut; ten seconds in all is what a supervisor waits. */
const GRACE_MS = 8_000;
/** So long a connection without a request is kept: one may be on its way through it. */
const LINGER_MS = 1_500;

/** Who keeps coming without end is not waited for. */
const TAKE_OVER_MS = 1_000;

/**
 * Takes no new connections and answers whatever came through those there are, each answer its connection's last. Node's own
 * `close()` cuts connections that look idle, also those whose next request lies unread in the socket.
 */
export async function finish(server: Server): Promise<void> {
	await takeOver(server);
	const closed = new Promise((resolve) => Listener.prototype.close.call(server, resolve));
	const cut = setTimeout(() => server.closeAllConnections(), GRACE_MS);
	await Promise.race([closed, sleep(LINGER_MS)]);
	// Straight after the sockets were read: a busy moment leaves requests lying there, whose connections look idle.
	const idle = setInterval(() => setImmediate(() => server.closeIdleConnections()), 50);
	await closed;
	clearTimeout(cut);
	clearInterval(idle);
}

/** Takes over the connections that the system has accepted already, which it would reset with the listener; Node takes one a turn. */
async function takeOver(server: Server) {
	const until = performance.now() + TAKE_OVER_MS;
	let taken = 0;
	const count = () => {
		taken += 1;
	};
	server.on('connection', count);
	for (let before = -1; before !== taken && performance.now() < until; ) {
		before = taken;
		await turn();
		await turn();
	}
	server.off('connection', count);
}
