import type { Request, RequestHandler, Response } from 'express';
import { formerUserOf, viewerOfRequest } from '#app/auth/session.server.ts';
import { env } from '#app/env.server.ts';
import { FILES_MAX_BYTES } from '#app/http/files.server.ts';
import { refuse } from './refusal.server.ts';

/** A form of ours is a few kilobytes. */
const FORM_MAX_BYTES = 1_000_000;
/** What somebody unknown may send: signing in takes some hundred bytes. */
const STRANGER_MAX_BYTES = 64_000;
/** The one address that takes files, also as Remix's client asks for it. */
const TAKES_FILES = /^\/dialogues\/[\w-]{36}\/attachments(\.data)?$/;

/** So many senders of files at once; the next are asked to come back in a moment. Bodies wait in memory. */
const MOST_SENDING = 6;
/** Of these so many of one person: a slow line holds nobody else up. */
const MOST_SENDING_EACH = 2;
/** A place taken each, by whom. */
const sending: string[] = [];
/** How long a refused sender may go on before the connection is cut. */
const DRAIN_MS = 5_000;

const bodies = new WeakMap<Request, Uint8Array<ArrayBuffer>>();

/** The body read by `body`, whole; undefined where none was taken. */
export const bodyOf = (request: Request): Uint8Array<ArrayBuffer> | undefined => bodies.get(request);

/**
 * Reads a POST's body whole, once it is known who sends it: of a stranger up to 64 kB, of a form 1 MB, of files 25 MB.
 * Beyond that the answer is 413 at once, announced or counted. Files of nobody signed in are not read at all: the page is
 * asked without them, and leads to the sign-in.
 */
export const body: RequestHandler = async (request, response, next) => {
	if (request.method !== 'POST') return next();
	// A sender who leaves half-way gets no answer; there is nobody left to read it.
	request.on('error', () => undefined);
	try {
		const { most, sender } = await mostBytesFrom(request);
		if (most === 0) {
			throwAway(request);
			return next();
		}
		if (sender !== null && !takePlace(response, sender)) return turnAway(request, response, 'busy');
		read(request, response, most, next);
	} catch (error) {
		next(error);
	}
};

/**
 * How much is taken of this sender; 0 = nothing. `sender` is who sends files, null for all else. A form whose sign-in has
 * ended is kept for its author, like one that is saved.
 */
async function mostBytesFrom(request: Request): Promise<{ most: number; sender: string | null }> {
	const asked = new globalThis.Request(env().appUrl, { headers: { cookie: request.headers.cookie ?? '' } });
	const isOfFiles = TAKES_FILES.test(request.path);
	const viewer = await viewerOfRequest(asked);
	if (viewer) return isOfFiles ? { most: FILES_MAX_BYTES, sender: viewer.id } : { most: FORM_MAX_BYTES, sender: null };
	if (isOfFiles) return { most: 0, sender: null };
	return { most: (await formerUserOf(asked)) ? FORM_MAX_BYTES : STRANGER_MAX_BYTES, sender: null };
}

/** A place among those who send files, until the answer is out; false when all are taken, or this person's are. */
function takePlace(response: Response, sender: string): boolean {
	if (sending.length >= MOST_SENDING || sending.filter((one) => one === sender).length >= MOST_SENDING_EACH) return false;
	sending.push(sender);
	response.once('close', () => sending.splice(sending.indexOf(sender), 1));
	return true;
}

function read(request: Request, response: Response, most: number, next: () => void) {
	if (Number(request.headers['content-length'] ?? 0) > most) return turnAway(request, response, 'too_large');
	const chunks: Buffer[] = [];
	let bytes = 0;
	const take = (chunk: Buffer) => {
		bytes += chunk.length;
		if (bytes <= most) return chunks.push(chunk);
		request.off('data', take).off('end', done);
		turnAway(request, response, 'too_large');
	};
	const done = () => {
		bodies.set(request, new Uint8Array(Buffer.concat(chunks)));
		next();
	};
	request.on('data', take).on('end', done);
	// Some senders of much ask first; only now do we know the answer.
	if (request.headers.expect !== undefined) response.writeContinue();
}

function turnAway(request: Request, response: Response, reason: 'busy' | 'too_large') {
	refuse(request, response, reason);
	throwAway(request);
}

/** What is still coming is thrown away for a moment, since a cut connection hides the answer from the sender. */
function throwAway(request: Request) {
	request.resume();
	const cut = setTimeout(() => request.destroy(), DRAIN_MS).unref();
	request.once('end', () => clearTimeout(cut));
}
