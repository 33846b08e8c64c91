import type { AppLoadContext } from '@remix-run/node';
import { deviceOf } from './device.ts';
import { tokenOf } from './session.server.ts';

/** Who knocks: what is known of a browser before its person has signed in. */
export interface Arrival {
	/** As the server in front of Remix established it; for throttling and the log, never for rights. */
	address: string;
	/** `deviceOf(userAgent)` */
	device: string | null;
	/** The token of the sign-in it came with, which a new one takes the place of. */
	token?: string | undefined;
}

export const arrivalOf = (request: Request, context: AppLoadContext): Arrival => {
	const { address } = context as { address?: unknown };
	return {
		address: typeof address === 'string' ? address : 'unknown',
		device: deviceOf(request.headers.get('user-agent')),
		token: tokenOf(request),
	};
};
