import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as accountPassword from '#app/auth/routes/account-password.tsx';
import { ABSOLUTE_MS, IDLE_MS } from '#app/auth/session.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import * as newCompany from '#app/companies/routes/new.tsx';
import type { KeptForm } from '#app/drafts/kept.server.ts';
import * as draftRoute from '#app/drafts/routes/draft.ts';
import { db, write } from '#db/client.server.ts';
import { newId } from '#db/new-id.ts';
import { companies, parkedPosts, sessions, users } from '#db/schema/index.ts';
import { call } from '#tests/call.ts';
import { buildWorld, signedIn, type World } from '#tests/world.ts';

// A form sent after its sign-in had ended waits for its writer.

let world: World;
beforeAll(async () => {
	world = await buildWorld();
});
beforeEach(() =>
	write(async (tx) => {
		await tx.delete(parkedPosts);
		await tx.delete(sessions);
	}),
);

const HOUR_MS = 3_600_000;

/** A sign-in that ended so long ago; answers its cookie. */
async function endedSignIn(viewer: Viewer, ago: number, how: 'idle' | 'old' = 'idle'): Promise<string> {
	const cookie = await signedIn(viewer);
	const end = Date.now() - ago;
	const times = how === 'idle' ? { lastSeenAt: new Date(end - IDLE_MS), expiresAt: new Date(end + ABSOLUTE_MS) } : { expiresAt: new Date(end) };
	await write(async (tx) => void (await tx.update(sessions).set(times).where(eq(sessions.userId, viewer.id))));
	return cookie;
}

let forms = 0;
/** A firm that is like no other. */
const typed = () => ({ id: newId(), name: `Skrevet færdigt ${++forms}`, alternativeNames: `Navn ${forms}\r\nKaldt ${forms}` });
const send = (cookie: string, form: Record<string, string | string[]>, url = '/companies/new?next=talk') =>
	call(newCompany.action, { url, form, headers: { cookie } });
const nextOf = (location: string | null) => new URL(location ?? '', 'http://x').searchParams.get('next') ?? '';
const opened = async (as: Viewer, url: string) => ((await call(newCompany.loader, { as, url })).data as { kept: KeptForm }).kept;
const parked = () => db.select().from(parkedPosts);

describe('a form sent after the sign-in had ended', () => {
	it.each(['idle', 'old'] as const)('(%s) comes back to its writer whole, under the same id, and is saved once', async (how) => {
		const form = typed();
		const answer = await send(await endedSignIn(world.anna, 60_000, how), form);
		expect(answer.status).toBe(302);
		const next = nextOf(answer.location);
		expect(next).toMatch(/^\/companies\/new\?next=talk&parked=[0-9a-f-]{36}$/);

		const kept = await opened(world.anna, next);
		expect(kept.restored?.initialValue).toEqual(form);
		expect([kept.recordId, kept.path, kept.restored?.restored.from]).toEqual([form.id, '/companies/new?next=talk', 'parked']);
		// Asked again before it is sent (a reload), it is still there; sent, it is given back for good.
		expect((await opened(world.anna, next)).restored?.initialValue).toEqual(form);
		const name = how === 'idle' ? 'Gemt efter pausen' : 'Efter to uger';
		expect((await call(newCompany.action, { as: world.anna, url: next, form: { ...form, name } })).status).toBe(302);
		expect((await opened(world.anna, next)).restored).toBeUndefined();
		expect(await parked()).toEqual([]);
		expect(await db.select({ id: companies.id }).from(companies).where(eq(companies.name, name))).toEqual([{ id: form.id }]);
	});

	it('from a script comes back to the form’s own page', async () => {
		const answer = await send(await endedSignIn(world.anna, 60_000), typed(), '/companies/new.data');
		expect(nextOf(answer.location)).toMatch(/^\/companies\/new\?parked=/);
		expect((await opened(world.anna, nextOf(answer.location))).restored).toBeDefined();
	});

	it('is nobody else’s, on no other page, and only for an hour', async () => {
		const next = nextOf((await send(await endedSignIn(world.anna, 60_000), typed())).location);
		expect((await opened(world.bo, next)).restored).toBeUndefined();
		const elsewhere = next.replace('/companies/new', '/districts/new');
		expect((await opened(world.anna, elsewhere)).restored).toBeUndefined();
		await call(newCompany.action, { as: world.bo, url: next, form: typed() });
		expect((await opened(world.anna, next)).restored).toBeDefined();
		await write(async (tx) => void (await tx.update(parkedPosts).set({ parkedAt: new Date(Date.now() - HOUR_MS - 1_000) })));
		expect((await opened(world.anna, next)).restored).toBeUndefined();
		await send(await endedSignIn(world.bo, 60_000), typed());
		expect((await parked()).map(({ userId }) => userId)).toEqual([world.bo.id]);
	});

	it('from a form as a browser sends it with files keeps the text and no file', async () => {
		const body = new FormData();
		for (const [name, value] of Object.entries(typed())) body.append(name, value);
		body.append('photo', new File(['billede'], 'billede.png', { type: 'image/png' }));
		const request = new Request('http://localhost:3000/companies/new', {
			method: 'POST',
			body,
			headers: { cookie: await endedSignIn(world.anna, 60_000) },
		});
		await expect(newCompany.action({ request, params: {}, context: {} as never })).rejects.toMatchObject({ status: 302 });
		expect((await parked()).map((row) => row.body.map(([name]) => name))).toEqual([['id', 'name', 'alternativeNames']]);
	});

	it('keeps at most ten, the latest', async () => {
		const cookie = await endedSignIn(world.anna, 60_000);
		for (let at = 0; at < 12; at++) await send(cookie, { name: `Nr. ${at}` });
		expect((await parked()).map(({ body }) => body[0]?.[1]).sort()).toEqual(Array.from({ length: 10 }, (_, at) => `Nr. ${at + 2}`).sort());
	});
});

describe('nothing is kept', () => {
	const nothingFrom = async (cookie: string, form: Record<string, string> = typed()) => {
		const answer = await send(cookie, form, '/companies/new');
		expect([answer.status, nextOf(answer.location)]).toEqual([302, '/companies/new']);
		expect(await parked()).toEqual([]);
	};

	it('of an unknown token, or none', async () => {
		await nothingFrom('');
		await nothingFrom(`distrikt=${'a'.repeat(43)}`);
	});

	it('of a sign-in ended more than a day ago', async () => {
		await nothingFrom(await endedSignIn(world.anna, 25 * HOUR_MS));
	});

	it('of a person who signed out', async () => {
		const cookie = await endedSignIn(world.anna, 60_000);
		await write(async (tx) => void (await tx.delete(sessions).where(eq(sessions.userId, world.anna.id))));
		await nothingFrom(cookie);
	});

	it('of a person who was disabled meanwhile', async () => {
		const cookie = await endedSignIn(world.siri, 60_000);
		await write(async (tx) => void (await tx.update(users).set({ disabledAt: new Date() }).where(eq(users.id, world.siri.id))));
		await nothingFrom(cookie);
	});

	it('of more than 64 kB, or of names no form has', async () => {
		const cookie = await endedSignIn(world.anna, 60_000);
		await nothingFrom(cookie, { note: 'x'.repeat(70_000) });
		await nothingFrom(cookie, { 'a.toString': 'x' });
		await nothingFrom(cookie, { note: 'nul\0' });
	});

	it('of passwords, and of drafts, which keep themselves', async () => {
		const cookie = await endedSignIn(world.anna, 60_000);
		await call(accountPassword.action, {
			url: '/account/password',
			form: { current: 'gammel-adgang-1', password: 'ny-adgang-1' },
			headers: { cookie },
		});
		await call(draftRoute.action, {
			url: `/drafts/company/${newId()}`,
			params: { form: 'company', recordId: newId() },
			form: typed(),
			headers: { cookie },
		});
		expect(await parked()).toEqual([]);
		await send(cookie, { name: 'X', password: 'hemmeligt', inviteToken: 'y' });
		expect((await parked()).map(({ body }) => body)).toEqual([[['name', 'X']]]);
	});
});
