import type { Request, RequestHandler } from 'express';
import { FILES_MAX_BYTES } from '#app/http/files.server.ts';
import { refuse } from './refusal.server.ts';

/** A form of ours is a few kilobytes. */
const MAX_BYTES = 1_000_000;
/** The one address that takes files, also as Remix's client asks for it. */
const TAKES_FILES = /^\/dialogues\/[\w-]{36}\/attachments(\.data)?$/;

/** So many senders of files at once; the next are asked to come back in a moment. Bodies wait in memory, whoever sent them. */
const MOST_SENDING = 6;
let sending = 0;
/** How long a refused sender may go on before the connection is cut. */
const DRAIN_MS = 5_000;

const capOf = ({ path }: Pick<Request, 'path'>): number => (TAKES_FILES.test(path) ? FILES_MAX_BYTES : MAX_BYTES);

const bodies = new WeakMap<Request, Uint8Array<ArrayBuffer>>();

/** The body read by `body`, whole. */
export const bodyOf = (request: Request): Uint8Array<ArrayBuffer> | undefined => bodies.get(request);

/** True when the sender announces more than is taken. */
export const isAnnouncedTooLarge = (request: Pick<Request, 'path' | 'headers'>): boolean =>
	Number(request.headers['content-length'] ?? 0) > capOf(request);

/** Reads a POST's body whole, up to the cap; beyond it the answer is 413 at once, announced or counted. */
export const body: RequestHandler = (request, response, next) => {
	if (request.method !== 'POST') return next();
	if (TAKES_FILES.test(request.path)) {
		if (sending >= MOST_SENDING) return refuse(request, response, 'busy');
		sending += 1;
		response.once('close', () => {
			sending -= 1;
		});
	}
	const chunks: Buffer[] = [];
	let bytes = 0;
	const tooLarge = () => {
		request.off('data', take).off('end', done);
		refuse(request, response, 'too_large');
		// What is still coming is thrown away for a moment, since a cut connection hides the answer from the sender.
		request.resume();
		const cut = setTimeout(() => request.destroy(), DRAIN_MS).unref();
		request.once('end', () => clearTimeout(cut));
	};
	const take = (chunk: Buffer) => {
		bytes += chunk.length;
		if (bytes > capOf(request)) tooLarge();
		else chunks.push(chunk);
	};
	const done = () => {
		bodies.set(request, new Uint8Array(Buffer.concat(chunks)));
		next();
	};
	if (isAnnouncedTooLarge(request)) return tooLarge();
	// A sender who leaves half-way gets no answer; there is nobody left to read it.
	request.on('error', () => undefined);
	request.on('data', take).on('end', done);
};
