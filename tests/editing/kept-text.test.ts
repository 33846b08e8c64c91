import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { ABSOLUTE_MS, IDLE_MS } from '#app/auth/session.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import type { KeptForm } from '#app/drafts/kept.server.ts';
import * as draftRoute from '#app/drafts/routes/draft.ts';
import { agreeFollowUp } from '#app/follow-ups/commands.server.ts';
import * as editFollowUp from '#app/follow-ups/routes/edit.tsx';
import * as newFollowUp from '#app/follow-ups/routes/new.tsx';
import * as editIssue from '#app/issues/routes/form.tsx';
import * as newIssue from '#app/issues/routes/form.tsx';
import * as editNeed from '#app/needs/routes/edit.tsx';
import { db, write } from '#db/client.server.ts';
import { newId } from '#db/new-id.ts';
import { drafts, issues, sessions, skillNeeds } from '#db/schema/index.ts';
import { call } from '#tests/call.ts';
import { make } from '#tests/make.ts';
import { buildWorld, signedIn, type World } from '#tests/world.ts';

// What is typed into a need, an issue or a follow-up is kept as in every other form: while it is typed, and when the sign-in ends.

interface Case {
	route: { loader: typeof editNeed.loader; action: typeof editNeed.action };
	form: string;
	id: string;
	url: string;
	params: Record<string, string>;
	typed: Record<string, string>;
	isNew: boolean;
}

let world: World;
let cases: Record<string, Case>;
beforeAll(async () => {
	world = await buildWorld();
	const { anna, demolund } = world;
	const need = await make.need(anna, { companyId: demolund.id, wording: 'svejser' });
	const issue = await make.issue(anna, { title: 'Støj fra vejen' });
	const followUp = { id: newId(), kind: 'task' as const, text: 'Ring', dueOn: null, dueAtTime: null, contactId: null, goAheadReason: null };
	await agreeFollowUp(anna, { ...followUp, companyId: demolund.id, landownerId: null, dialogueId: null, assigneeId: anna.id, unitId: null });
	const [raised, agreed] = [newId(), newId()];
	const route = (module: object) => module as Case['route'];
	const edit = { isNew: false };
	cases = {
		need: {
			...{ ...edit, route: route(editNeed), form: 'need', id: need.id, url: `/needs/${need.id}/edit`, params: { needId: need.id } },
			typed: { wording: 'svejser til rustfrit stål', certainty: 'likely', state: 'open', siteId: '' },
		},
		issue: {
			...{ ...edit, route: route(editIssue), form: 'issue', id: issue.id, url: `/issues/${issue.id}/edit`, params: { issueId: issue.id } },
			typed: { title: 'Støj fra vejen om natten', ownerId: anna.id },
		},
		'follow-up': {
			...{ ...edit, route: route(editFollowUp), form: 'followUp', id: followUp.id, params: { followUpId: followUp.id } },
			url: `/follow-ups/${followUp.id}/edit`,
			typed: { kind: 'task', text: 'Ring om tilbuddet', assigneeId: anna.id },
		},
		'new issue': {
			...{ isNew: true, route: route(newIssue), form: 'issue', id: raised, url: '/issues/new', params: {} },
			typed: { title: 'Manglende fortov' },
		},
		'new follow-up': {
			...{ isNew: true, route: route(newFollowUp), form: 'followUp', id: agreed, url: `/follow-ups/new?company=${demolund.id}`, params: {} },
			typed: { kind: 'task', text: 'Send program', assigneeId: anna.id },
		},
	};
});

async function endedSignIn(viewer: Viewer): Promise<string> {
	const cookie = await signedIn(viewer);
	const end = Date.now() - 60_000;
	const times = { lastSeenAt: new Date(end - IDLE_MS), expiresAt: new Date(end + ABSOLUTE_MS) };
	await write(async (tx) => void (await tx.update(sessions).set(times).where(eq(sessions.userId, viewer.id))));
	return cookie;
}

const opened = async ({ route, params }: Case, url: string) =>
	(await call(route.loader, { as: world.anna, url, params })).data as { kept: KeptForm; base?: string };
const filled = ({ typed, id }: Case, base: string | undefined) => ({ ...typed, id, ...(base && { _base: base }) });

describe.each(['need', 'issue', 'follow-up', 'new issue', 'new follow-up'])('the form of a %s', (name) => {
	it('sent after the sign-in had ended comes back whole to its writer and is then saved', async () => {
		const the = cases[name] ?? expect.unreachable();
		const form = filled(the, (await opened(the, the.url)).base);
		const answer = await call(the.route.action, { url: the.url, params: the.params, form, headers: { cookie: await endedSignIn(world.anna) } });
		expect(answer.status).toBe(302);
		const next = new URL(answer.location ?? '', 'http://x').searchParams.get('next') ?? '';
		expect(next).toContain('parked=');
		const { kept } = await opened(the, next);
		expect([kept.restored?.restored.from, kept.recordId]).toEqual(['parked', the.id]);
		expect(kept.restored?.initialValue).toMatchObject(Object.fromEntries(Object.entries(the.typed).filter(([, text]) => text)));
		expect((await call(the.route.action, { as: world.anna, url: next, params: the.params, form })).status).toBe(302);
	});

	it('keeps a draft, opens with it, and the save drops it', async () => {
		const source = cases[name] ?? expect.unreachable();
		const the = source.isNew ? { ...source, id: newId() } : source;
		const { base, kept: before } = await opened(the, the.url);
		const form = { ...filled(the, base), ...(the.typed.title && { title: `${the.typed.title} igen` }) };
		const seen = String(before.savedAt?.getTime() ?? '');
		const told = { tab: 'left', no: '1', seen, path: the.url, label: 'Prøve', baseVersion: the.isNew ? '' : '1' };
		const kept = await call(draftRoute.action, {
			as: world.anna,
			params: { form: the.form, recordId: the.id },
			form: { ...form, ...Object.fromEntries(Object.entries(told).map(([field, value]) => [`_draft.${field}`, value])) },
		});
		expect(JSON.parse(String(kept.data))).toMatchObject({ state: 'kept' });
		const url = the.isNew ? `${the.url}${the.url.includes('?') ? '&' : '?'}draft=${the.id}` : the.url;
		const again = (await opened(the, url)).kept;
		expect([again.recordId, again.restored?.restored.from]).toEqual([the.id, 'draft']);
		expect((await call(the.route.action, { as: world.anna, url, params: the.params, form })).status).toBe(302);
		const [trace] = await db.select({ path: drafts.path, body: drafts.body }).from(drafts).where(eq(drafts.recordId, the.id));
		expect(trace).toEqual({ path: '', body: [] });
	});
});

it('the need and the issue hold what was typed', async () => {
	const [need] = await db
		.select()
		.from(skillNeeds)
		.where(eq(skillNeeds.id, cases.need?.id ?? ''));
	const [issue] = await db
		.select()
		.from(issues)
		.where(eq(issues.id, cases.issue?.id ?? ''));
	expect([need?.wording, issue?.title]).toEqual(['svejser til rustfrit stål', 'Støj fra vejen om natten igen']);
});
