import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { formOf } from '#app/http/form.server.ts';
import { submitted } from '#app/http/submission.server.ts';

const sent = (fields: string[][]) => formOf(new Request('http://localhost:3000/sign-in', { method: 'POST', body: new URLSearchParams(fields) }));

describe('a form whose field names ask for long lists', () => {
	// conform makes a list as long as its highest index: four billion places stop the process, a million cost a second.
	it.each(['x[4294967294]', 'email[1000000]', 'a[100]', 'a[1][2]', 'a[99][99].b', 'a.b[007]', 'a[]', 'a[-1]', 'a[1', 'a]1['])(
		'is refused at %s',
		async (name) => {
			await expect(sent([[name, '1']])).rejects.toMatchObject({ init: { status: 400 } });
		},
	);

	it.each(['email', 'memberships[0].unitId', 'memberships[79].role', 'a.b'])('is taken at %s', async (name) => {
		expect([...(await sent([[name, '1']])).keys()]).toEqual([name]);
	});
});

describe('a form whose field names are those of every object', () => {
	it.each(['email.toString', 'toString', 'email.toString.call', 'a.valueOf', 'hasOwnProperty', '__proto__.x', 'a[0].constructor.x'])(
		'is refused at %s',
		async (name) => {
			await expect(sent([[name, '1']])).rejects.toMatchObject({ init: { status: 400 } });
		},
	);
});

describe('a form that sends conform’s own commands', () => {
	it.each([
		['__intent__', 'x'],
		['__intent__', '{"type":"update","payload":{"name":"x[4294967294]","value":1}}'],
		['__intent__', '{"type":"update","payload":{"name":"email","value":{"a":1}}}'],
		['__state__', 'x'],
		['__state__', '{"validated":{}}'],
	])('is refused: %s=%s', async (name, value) => {
		const form = new FormData();
		form.set(name, value);
		expect(() => submitted(form, z.object({ email: z.string().optional() }))).toThrow(expect.objectContaining({ init: { status: 400 } }));
	});
});
