import { createHash } from 'node:crypto';
import type { ActionFunctionArgs } from '@remix-run/node';
import { expect } from 'vitest';
import type { Viewer } from '#app/auth/viewer.ts';
import { signedIn } from './world.ts';

type Handler = (args: ActionFunctionArgs) => unknown;
interface Asked {
	/** Who asks; left out = nobody signed in. */
	as?: Viewer;
	url?: string;
	params?: Record<string, string>;
	/** A form makes it a POST; a list of values repeats the field. */
	form?: Record<string, string | string[]>;
	headers?: Record<string, string>;
}

export interface Answer {
	status: number;
	/** What the handler returned or threw as data. */
	data: unknown;
	headers: Headers;
	location: string | null;
}

const isData = (value: unknown): value is { type: string; data: unknown; init: ResponseInit | null } =>
	typeof value === 'object' && value !== null && 'type' in value && value.type === 'DataWithResponseInit';

/** One for each test file: tries at a password are counted by address, in a memory that files share. */
function addressHere() {
	const hash = createHash('sha256')
		.update(expect.getState().testPath ?? '')
		.digest();
	return `10.${hash[0]}.${hash[1]}.${hash[2]}`;
}

/** Calls a loader or action as the framework would and folds returned and thrown answers into one shape. Real errors are thrown on. */
export async function call(handler: Handler, { as, url = '/', params = {}, form, headers = {} }: Asked = {}): Promise<Answer> {
	const body = form ? new URLSearchParams(Object.entries(form).flatMap(([name, value]) => [value].flat().map((one) => [name, one]))) : undefined;
	const request = new Request(new URL(url, 'http://localhost:3000'), {
		method: body ? 'POST' : 'GET',
		headers: { ...headers, ...(as ? { cookie: await signedIn(as) } : {}) },
		body,
	});
	const result = await Promise.resolve()
		.then(() => handler({ request, params, context: { address: addressHere(), nonce: '', requestId: 'test' } } as unknown as ActionFunctionArgs))
		.catch((thrown: unknown) => {
			if (thrown instanceof Response || isData(thrown)) return thrown;
			throw thrown;
		});
	if (result instanceof Response)
		return { status: result.status, data: await result.text(), headers: result.headers, location: result.headers.get('location') };
	if (isData(result)) {
		const head = new Headers(result.init?.headers);
		return { status: result.init?.status ?? 200, data: result.data, headers: head, location: head.get('location') };
	}
	return { status: 200, data: result, headers: new Headers(), location: null };
}
