import { randomBytes, randomUUID } from 'node:crypto';
import type { RequestHandler, Response } from 'express';
import helmet from 'helmet';
import { env } from '#app/env.server.ts';

const YEAR_S = 31_536_000;

/** Every request gets an id, ours (the sender's could name another request in log and audit chain), and a nonce that lets our own scripts through the policy. */
export const identify: RequestHandler = (_, response, next) => {
	response.locals.requestId = randomUUID();
	response.locals.nonce = randomBytes(16).toString('base64');
	response.set('X-Request-Id', response.locals.requestId);
	next();
};

/** helmet's headers with our policy: nothing runs or loads but what this page brings. Needs `identify` before it. */
export function securityHeaders() {
	const nonce = (_: unknown, response: unknown) => `'nonce-${(response as Response).locals.nonce}'`;
	// Vite's development server injects styles and scripts of its own and talks over a web socket.
	const isLoose = env().isDevelopment;
	return helmet({
		contentSecurityPolicy: {
			useDefaults: false,
			directives: {
				defaultSrc: ["'none'"],
				scriptSrc: isLoose ? ["'self'", "'unsafe-inline'"] : [nonce, "'strict-dynamic'"],
				styleSrcElem: isLoose ? ["'self'", "'unsafe-inline'"] : ["'self'", nonce],
				styleSrcAttr: ["'unsafe-inline'"],
				imgSrc: ["'self'", 'data:'],
				fontSrc: ["'self'"],
				connectSrc: isLoose ? ["'self'", 'ws:'] : ["'self'"],
				manifestSrc: ["'self'"],
				formAction: ["'self'"],
				baseUri: ["'none'"],
				frameAncestors: ["'none'"],
				objectSrc: ["'none'"],
			},
		},
		strictTransportSecurity: env().isSecure ? { maxAge: YEAR_S, includeSubDomains: true } : false,
		// On plain http browsers send no Sec-Fetch-Site, and under no-referrer they send `Origin: null` with a form:
		// the origin guard would refuse our own pages.
		referrerPolicy: { policy: env().isSecure ? 'no-referrer' : 'same-origin' },
		xFrameOptions: { action: 'deny' },
	});
}
