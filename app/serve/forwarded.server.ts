import type { RequestHandler } from 'express';
import { env } from '#app/env.server.ts';
import { log } from './log.server.ts';

const FORGOTTEN = 'TRUST_PROXY is 0 behind a proxy: everybody has the proxy’s address in log and throttle; set it to the number of proxies';

/** Why a proxy must stand in front though none is counted; Distrikt itself answers http alone. */
const isProxyForgotten = (): boolean => env().isSecure && env().trustProxy === 0;

/** Says so at the start, where APP_URL gives it away. */
export function warnOfForgottenProxy() {
	if (isProxyForgotten()) log().warn(FORGOTTEN);
}

/** Says so at the first request that a proxy handed on. */
export function proxyWatch(): RequestHandler {
	let isSaid = env().trustProxy > 0 || isProxyForgotten();
	return (request, _, next) => {
		if (!isSaid && (request.headers['x-forwarded-for'] ?? request.headers.forwarded) !== undefined) {
			isSaid = true;
			log().warn(FORGOTTEN);
		}
		next();
	};
}
