import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { attachFiles, attachmentsOf } from '#app/attachments/commands.server.ts';
import { logDialogue, reviseDialogue } from '#app/dialogues/commands.server.ts';
import * as create from '#app/dialogues/routes/new.tsx';
import { today } from '#app/i18n/format.ts';
import type { IssueRow } from '#app/issues/issue.ts';
import { db } from '#db/client.server.ts';
import { newId } from '#db/new-id.ts';
import { dialogueIssues, dialogues, issues } from '#db/schema/index.ts';
import { call } from '#tests/call.ts';
import { make } from '#tests/make.ts';
import { buildWorld, type World } from '#tests/world.ts';
import { refusal, talk } from './talk.ts';

// Ids that no form of ours sends: the answer is a bad request, and nothing is written.

let world: World;
beforeAll(async () => {
	world = await buildWorld();
});

const form = (given: Record<string, string>) => ({
	...{ id: newId(), firm: 'Demolund', note: 'Talte om to lærlinge.', channel: 'visit', heldOn: today(), confidentiality: 'open' },
	...given,
});
const isSaved = async (id: string) => (await db.select({ id: dialogues.id }).from(dialogues).where(eq(dialogues.id, id))).length > 0;

describe('one id under two rows', () => {
	const id = newId();
	const twice = (list: string, fields: Record<string, string>) =>
		Object.fromEntries([0, 1].flatMap((at) => Object.entries({ id, ...fields }).map(([field, value]) => [`${list}[${at}].${field}`, value])));

	test.each([
		['needs', { wording: 'svejser' }],
		['issues', { title: 'Kø ved porten' }],
	])('of %s is refused, and the talk is not saved', async (list, fields) => {
		const sent = form(twice(list, fields));
		expect((await call(create.action, { as: world.anna, form: sent })).status).toBe(400);
		expect(await isSaved(sent.id)).toBe(false);
	});

	test('of positions is refused, and the talk is not saved', async () => {
		const input = talk({ subjects: [{ kind: 'landowner', id: world.prøvefonden.id }], stances: [stance(id), stance(id)] });
		expect(await refusal(logDialogue(world.anna, input))).toBe(400);
		expect(await isSaved(input.id)).toBe(false);
	});

	test('is refused in a talk revised, too', async () => {
		const input = talk({ companyId: world.demolund.id });
		await logDialogue(world.anna, input);
		const rows = [matter({ id }), matter({ id })];
		expect(await refusal(reviseDialogue(world.anna, input.id, { ...input, issues: rows, version: 1 }))).toBe(400);
	});
});

const matter = (given: Partial<IssueRow> = {}): IssueRow => ({ at: 0, id: newId(), isNamed: false, title: 'Kø ved porten', topicId: null, ...given });
const stance = (id: string) => ({
	...{ at: 0, id, owner: null, propertyId: null, topicId: null, level: 2, horizon: null, barriers: [], isRemoved: false },
});

describe('a matter of a talk that is closed to Bo', () => {
	test('cannot be named, renamed or taken over by its id', async () => {
		const secret = await make.dialogue(world.anna, { companyId: world.demolund.id, confidentiality: 'confidential' });
		const { id } = await make.issue(world.anna, { title: 'Sælger grunden', raisedInId: secret.id });
		for (const row of [matter({ id }), matter({ id, title: null, isNamed: true }), matter({ id, title: null })]) {
			const input = talk({ companyId: world.demolund.id, issues: [row] });
			expect(await refusal(logDialogue(world.bo, input))).toBe(400);
			expect(await isSaved(input.id)).toBe(false);
		}
		const sent = form({ 'issues[0].id': id, 'issues[0].title': 'Gæt' });
		expect((await call(create.action, { as: world.bo, form: sent })).status).toBe(400);
		expect(await db.select({ title: issues.title }).from(issues).where(eq(issues.id, id))).toEqual([{ title: 'Sælger grunden' }]);
		expect(await db.select().from(dialogueIssues).where(eq(dialogueIssues.issueId, id))).toHaveLength(1);
		// Who reads the talk names it as ever.
		expect(await refusal(logDialogue(world.anna, talk({ companyId: world.demolund.id, issues: [matter({ id, title: null, isNamed: true })] })))).toBe(
			'accepted',
		);
	});
});

describe('the id of somebody else’s draft', () => {
	test('makes no talk while files lie under it; its owner saves the talk and keeps them', async () => {
		const id = newId();
		const bytes = Uint8Array.from([...'%PDF-1.7 udkast'].map((letter) => letter.charCodeAt(0)));
		await attachFiles(world.anna, id, [{ name: 'udkast.pdf', bytes }]);
		expect(await refusal(logDialogue(world.bo, talk({ id, companyId: world.demolund.id })))).toBe(400);
		expect(await attachmentsOf(world.bo, id)).toEqual([]);
		expect(await refusal(logDialogue(world.anna, talk({ id, companyId: world.demolund.id })))).toBe('accepted');
		expect(await attachmentsOf(world.anna, id)).toHaveLength(1);
	});
});
