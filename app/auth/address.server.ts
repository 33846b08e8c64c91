import type { AppLoadContext } from '@remix-run/node';

/** The address a request comes from, as the server in front of Remix established it. */
export const addressOf = (context: AppLoadContext): string => {
	const { address } = context as { address?: unknown };
	return typeof address === 'string' ? address : 'unknown';
};
