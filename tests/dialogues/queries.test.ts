import { beforeAll, describe, expect, it } from 'vitest';
import { logDialogue } from '#app/dialogues/commands.server.ts';
import { excerpt } from '#app/dialogues/dialogue.ts';
import { talkList } from '#app/dialogues/talk-list.server.ts';
import { timelineOf } from '#app/dialogues/timelines.server.ts';
import { firmTyped, recentFirms } from '#app/subjects/firms.server.ts';
import { subjectMeant } from '#app/subjects/meant.server.ts';
import { newId } from '#db/new-id.ts';
import { listed, walked } from '#tests/listed.ts';
import { make } from '#tests/make.ts';
import { buildWorld, type World } from '#tests/world.ts';
import { talk } from './talk.ts';

let world: World;
beforeAll(async () => {
	world = await buildWorld();
});

describe('a timeline read page by page', () => {
	it('shows each talk once, newest first, also where many were held on one day', async () => {
		const firm = await make.company({ name: 'Sidefirma', site: { districtId: world.ejby.id } });
		const days = ['2026-03-01', '2026-03-02', '2026-03-02', '2026-03-02', '2026-03-03', '2026-03-03', '2026-03-09'];
		const logged: string[] = [];
		for (const heldOn of days) logged.push((await logDialogue(world.anna, talk({ companyId: firm.id, heldOn }))).id);
		const scope = { kind: 'company', id: firm.id } as const;
		const seen: string[] = [];
		for (let after: string | null = null; ; ) {
			const page: Awaited<ReturnType<typeof timelineOf>> = await timelineOf(world.bo, scope, { after, limit: 2 });
			seen.push(...page.entries.map(({ id }) => id));
			after = page.next;
			if (!after) break;
		}
		expect(seen).toEqual([...logged].reverse());
		const listed = await walked(world.bo, talkList, { district: 'ejby' }, 2);
		expect(listed.flatMap(({ id }) => (logged.includes(id) ? [id] : []))).toEqual([...logged].reverse());
	});

	it('takes a broken place for none', async () => {
		const { entries } = await timelineOf(world.bo, { kind: 'district', id: world.ejby.id });
		for (const after of ['', 'x', '["2026-03-02"]', `["2026-02-30","${newId()}"]`, null])
			expect((await timelineOf(world.bo, { kind: 'district', id: world.ejby.id }, { after })).entries).toEqual(entries);
	});
});

describe('the list of talks', () => {
	it('is narrowed by district, person, channel and days', async () => {
		const firm = await make.company({ name: 'Filterfirma', site: { districtId: world.kirkebjerg.id } });
		const phone = await logDialogue(world.siri, talk({ companyId: firm.id, channel: 'phone', heldOn: '2026-05-05' }));
		const ids = async (params: Record<string, string>) => (await listed(world.lene, talkList, params)).rows.map(({ id }) => id);
		expect(await ids({ district: 'kirkebjerg' })).toEqual([phone.id]);
		expect(await ids({ person: world.siri.id })).toEqual([phone.id]);
		expect(await ids({ channel: 'phone' })).toEqual([phone.id]);
		expect(await ids({ channel: 'phone', period: '365' })).toEqual([phone.id]);
		expect(await ids({ channel: 'phone', period: '7' })).toEqual([]);
		expect(await ids({ channel: 'phone', person: world.anna.id })).toEqual([]);
	});
});

describe('the firm field', () => {
	const typed = async (text: string) => {
		const read = await firmTyped(world.anna, text);
		return read.kind === 'one' ? read.firm.name : read.kind === 'several' ? read.firms.map(({ name }) => name) : 'none';
	};
	it('reads a number, an exact name, a unique beginning', async () => {
		expect(await typed('99 00 00 15')).toBe('Demolund Maskinfabrik ApS');
		expect(await typed('1099000011')).toBe('Demolund Maskinfabrik ApS');
		expect(await typed('demolund maskinfabrik')).toBe('Demolund Maskinfabrik ApS');
		expect(await typed('prøveb')).toBe('Prøvebageriet');
	});
	it('offers all it could mean and never chooses; an exact name wins over longer ones', async () => {
		await make.company({ name: 'Tvilling A/S', site: { address: 'Testvej 2', postalCode: '2600' } });
		await make.company({ name: 'Tvilling & Søn' });
		expect(await typed('tvil')).toEqual(expect.arrayContaining(['Tvilling A/S', 'Tvilling & Søn']));
		expect(await typed('Tvilling')).toBe('Tvilling A/S');
	});
	it('says when there is none', async () => {
		for (const text of ['findes ikke', '99999999', '1000000009', '!!!', ' ']) expect(await typed(text)).toBe('none');
	});

	it('trusts a pick while the text still names it, and the text once it does not', async () => {
		const [demolund, bageri] = [world.demolund, world.prøvebageriet];
		const meant = async (fields: Partial<Parameters<typeof subjectMeant>[1]>) => {
			const read = await subjectMeant(world.anna, { firm: '', pickedId: '', recentId: '', chosenId: '', ...fields });
			return read.kind === 'one' ? read.subject.id : read.kind === 'several' ? read.subjects.map(({ id }) => id) : 'none';
		};
		expect(await meant({ firm: demolund.name, pickedId: demolund.id })).toBe(demolund.id);
		expect(await meant({ firm: 'Prøvebageriet', pickedId: demolund.id })).toBe(bageri.id);
		expect(await meant({ recentId: bageri.id })).toBe(bageri.id);
		expect(await meant({ firm: demolund.name, pickedId: demolund.id, recentId: bageri.id })).toBe(bageri.id);
		expect(await meant({ firm: 'Prøvebag', recentId: demolund.id })).toEqual([demolund.id, bageri.id]);
		expect(await meant({ firm: 'tvil', chosenId: bageri.id })).toBe(bageri.id);
		expect(await meant({ pickedId: newId(), recentId: 'x' })).toBe('none');
	});

	it('offers Anna her own latest firms first, then those of her unit', async () => {
		const [mine, ours, theirs] = [
			await make.company({ name: 'Mit firma' }),
			await make.company({ name: 'Vores firma' }),
			await make.company({ name: 'Deres firma' }),
		];
		const colleague = { ...world.siri, memberships: world.anna.memberships };
		await logDialogue(world.bo, talk({ companyId: theirs.id, heldOn: '2026-11-22' }));
		await logDialogue(colleague, talk({ companyId: ours.id, heldOn: '2026-11-21' }));
		await logDialogue(world.anna, talk({ companyId: mine.id, heldOn: '2026-11-20' }));
		const names = (await recentFirms(world.anna)).map(({ name }) => name);
		expect(names[0]).toBe('Mit firma');
		expect(names).toContain('Vores firma');
		expect(names).not.toContain('Deres firma');
	});
});

it('cuts a note at a word', () => {
	expect(excerpt('kort')).toBe('kort');
	expect(excerpt('en to tre fire', 10)).toBe('en to tre …');
});
