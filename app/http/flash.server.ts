import { randomUUID } from 'node:crypto';
import { createCookieSessionStorage, redirect, type SessionStorage } from '@remix-run/node';
import { cookieName, env } from '#app/env.server.ts';
import type { FlashKey } from './flash-text.ts';

/** A message for the next page: what was done, and how to take it back. */
export interface Flash {
	/** Tells two equal messages apart. */
	id: string;
	/** Its words stand in `app/shell/flash-text.ts`. */
	key: FlashKey;
	params?: Record<string, string>;
	/** A POST that undoes the deed: where to, with which fields. */
	undo?: { action: string; fields: Record<string, string> };
}

interface FlashData {
	flash: Flash;
}

/** Long enough for the redirect it travels with. */
const LIFETIME_S = 60;
let storage: SessionStorage<FlashData> | undefined;

// Made on first use: the secret is not known while modules load.
function messages(): SessionStorage<FlashData> {
	storage ??= createCookieSessionStorage<FlashData>({
		cookie: {
			name: cookieName('flash'),
			secrets: [env().sessionSecret],
			secure: env().isSecure,
			httpOnly: true,
			sameSite: 'lax',
			path: '/',
			maxAge: LIFETIME_S,
		},
	});
	return storage;
}

/** The answer to a deed that worked: on to `path`, which says so. */
export async function redirectWith(request: Request, path: string, flash: Omit<Flash, 'id'>): Promise<Response> {
	const session = await messages().getSession(request.headers.get('Cookie'));
	session.set('flash', { id: randomUUID(), ...flash });
	return redirect(path, { headers: { 'Set-Cookie': await messages().commitSession(session) } });
}

/** The message this request carries, and the header that takes it away: shown once. */
export async function takeFlash(request: Request): Promise<{ flash: Flash | null; setCookie: string | null }> {
	const session = await messages().getSession(request.headers.get('Cookie'));
	const flash = session.get('flash') ?? null;
	return { flash, setCookie: flash ? await messages().destroySession(session) : null };
}
