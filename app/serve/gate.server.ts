import type { RequestHandler } from 'express';
import { env } from '#app/env.server.ts';
import { isOurs } from './origin-guard.ts';
import { refuse } from './refusal.server.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
const UNSAFE = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
const ANSWERED = new Set(['GET', 'HEAD', 'POST']);

/** Turns away, before anything is read or routed: unknown methods, unsafe requests from elsewhere, addresses that are not addresses. */
export const gate: RequestHandler = (request, response, next) => {
	if (!SAFE.has(request.method) && !UNSAFE.has(request.method)) return refuse(request, response, 'method');
	if (UNSAFE.has(request.method) && !isOurs(request.headers, env().appUrl)) return refuse(request, response, 'foreign_origin');
	if (!ANSWERED.has(request.method)) return refuse(request, response, 'method');
	if (!isAddress(request.originalUrl)) return refuse(request, response, 'bad_request');
	next();
};

/** A path of ours that decodes. `?_data=` is Remix's older protocol, which we do not speak. */
export function isAddress(url: string): boolean {
	if (!url.startsWith('/') || url.startsWith('//') || url.includes('\\')) return false;
	try {
		const decoded = decodeURIComponent(url);
		return !decoded.includes('\0') && !new URL(url, 'http://distrikt.invalid').searchParams.has('_data');
	} catch {
		return false;
	}
}
