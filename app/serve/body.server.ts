import type { Request, RequestHandler } from 'express';
import { refuse } from './refusal.server.ts';

/** A form of ours is a few kilobytes; files will get a route of their own. */
const MAX_BYTES = 1_000_000;
/** How long a refused sender may go on before the connection is cut. */
const DRAIN_MS = 5_000;

const bodies = new WeakMap<Request, Uint8Array<ArrayBuffer>>();

/** The body read by `body`, whole. */
export const bodyOf = (request: Request): Uint8Array<ArrayBuffer> | undefined => bodies.get(request);

/** True when the sender announces more than is taken. */
export const isAnnouncedTooLarge = (length: string | undefined): boolean => Number(length ?? 0) > MAX_BYTES;

/** Reads a POST's body whole, up to the cap; beyond it the answer is 413 at once, announced or counted. */
export const body: RequestHandler = (request, response, next) => {
	if (request.method !== 'POST') return next();
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
		if (bytes > MAX_BYTES) tooLarge();
		else chunks.push(chunk);
	};
	const done = () => {
		bodies.set(request, new Uint8Array(Buffer.concat(chunks)));
		next();
	};
	if (isAnnouncedTooLarge(request.headers['content-length'])) return tooLarge();
	// A sender who leaves half-way gets no answer; there is nobody left to read it.
	request.on('error', () => undefined);
	request.on('data', take).on('end', done);
};
