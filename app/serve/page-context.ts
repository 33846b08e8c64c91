import type { RefusalReason } from './refusal.server.ts';

/** What the server hands to loaders, actions and the document with each request (Remix's load context). */
export interface PageContext {
	/** Lets this page's own scripts and styles through the content policy. */
	nonce: string;
	requestId: string;
	/** Who is at the other end, as far as trusted proxies tell; for throttling, never for rights. */
	address: string;
	/** Set by `handleError` when the fault has an answer of its own: a busy or full database. */
	failure?: RefusalReason;
}

declare module '@remix-run/server-runtime' {
	interface AppLoadContext extends PageContext {}
}
