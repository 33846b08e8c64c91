import { beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '#app/auth/viewer.ts';
import { addDays } from '#app/days/days.ts';
import { logDialogue } from '#app/dialogues/commands.server.ts';
import { agreeFollowUp } from '#app/follow-ups/commands.server.ts';
import { today } from '#app/i18n/format.ts';
import { registerFlags, talkFlags } from '#app/prep/flags.ts';
import { companyPrep, landownerPrep } from '#app/prep/queries.server.ts';
import { loader as companySheet, loader as landownerSheet } from '#app/prep/routes/sheet.tsx';
import { newId } from '#db/new-id.ts';
import { call } from '#tests/call.ts';
import { make } from '#tests/make.ts';
import { buildWorld, type World } from '#tests/world.ts';
import { refusal, talk } from '../dialogues/talk.ts';

let world: World;
const inDays = (count: number) => addDays(today(), count);
const NONE = { dueAtTime: null, companyId: null, landownerId: null, contactId: null, dialogueId: null, goAheadReason: null, unitId: null };

beforeAll(async () => {
	world = await buildWorld();
});

const agree = (viewer: Viewer, given: { kind: 'task' | 'promise'; text: string; dueOn: string | null; companyId?: string; landownerId?: string }) =>
	agreeFollowUp(viewer, { ...NONE, id: newId(), assigneeId: viewer.id, ...given });

describe('the prep sheet of a firm', () => {
	it('puts promises first, shows the last three talks with their text, contacts to call and who else was there', async () => {
		const firm = await make.company({
			name: 'Besøgt A/S',
			isProtected: true,
			site: { address: 'Prøvevej 9', postalCode: '2600', city: 'Glostrup', districtId: world.ejby.id },
		});
		await make.contact({ name: 'Rikke Ringprøve', phone: '12 34 56 78', role: { companyId: firm.id, title: 'Værkfører' } });
		for (const back of [1, 2, 3, 4])
			await logDialogue(world.bo, talk({ companyId: firm.id, heldOn: inDays(-back), note: `samtale ${back} ${'ord '.repeat(90)}` }));
		await agree(world.anna, { kind: 'task', text: 'opgave', dueOn: inDays(-1), companyId: firm.id });
		await agree(world.anna, { kind: 'promise', text: 'løfte', dueOn: inDays(-1), companyId: firm.id });
		const prep = await companyPrep(world.anna, firm.id);
		expect(prep).toMatchObject({ name: 'Besøgt A/S', district: 'Ejby', address: 'Prøvevej 9, 2600 Glostrup' });
		expect(prep.followUps.map(({ text }) => text)).toEqual(['løfte', 'opgave']);
		expect(prep.talks.map(({ heldOn }) => heldOn)).toEqual([inDays(-1), inDays(-2), inDays(-3)]);
		expect(prep.talks[0]?.note?.length).toBeGreaterThan(300);
		expect(prep.contacts).toMatchObject([{ name: 'Rikke Ringprøve', title: 'Værkfører', phone: '12 34 56 78' }]);
		expect(prep.touches.past).toHaveLength(4);
		expect(prep.flags).toEqual([{ kind: 'protected' }, { kind: 'overdue', count: 1 }]);
	});

	it('says of a firm nobody has met that nobody has', async () => {
		const firm = await make.company({ name: 'Ukendt ApS', statusGroup: 'distress', status: 'UNDER KONKURS' });
		expect((await companyPrep(world.anna, firm.id)).flags).toEqual([{ kind: 'distress', status: 'Under konkurs' }, { kind: 'never' }]);
	});

	it('shows nobody what they could not open: each role finds its own markers', async () => {
		const firm = await make.company({ name: 'Markørfirma' });
		const owner = await make.landowner({ name: 'Markørfirma', companyId: firm.id });
		const hidden = { confidentiality: 'confidential', confidentialityReason: 'business_secret' } as const;
		await logDialogue(world.anna, talk({ companyId: firm.id, heldOn: inDays(-2), note: 'OPEN-NOTE', assessment: 'ASSESSMENT' }));
		await logDialogue(
			world.anna,
			talk({
				...hidden,
				companyId: firm.id,
				heldOn: inDays(-1),
				note: 'SECRET-NOTE',
				followUp: { id: newId(), text: 'SECRET-TASK', dueOn: null, kind: 'promise', contactId: null },
			}),
		);
		await agree(world.anna, { kind: 'promise', text: 'OWNER-TASK', dueOn: null, landownerId: owner.id });
		const markers = ['OPEN-NOTE', 'SECRET-NOTE', 'SECRET-TASK', 'OWNER-TASK', 'ASSESSMENT'];
		const reads = async (viewer: Viewer) => {
			const sheets = JSON.stringify([await companyPrep(viewer, firm.id), await landownerPrep(viewer, owner.id)]);
			return markers.filter((marker) => sheets.includes(marker));
		};
		for (const viewer of [world.anna, world.lene]) expect(await reads(viewer)).toEqual(['OPEN-NOTE', 'SECRET-NOTE', 'SECRET-TASK', 'OWNER-TASK']);
		for (const viewer of [world.bo, world.siri]) expect(await reads(viewer)).toEqual(['OPEN-NOTE']);
		for (const [sheet, params] of [
			[companySheet, { companyId: firm.id }],
			[landownerSheet, { landownerId: owner.id }],
		] as const) {
			expect((await call(sheet, { as: world.adam, params })).status).toBe(403);
			expect((await call(sheet, { as: world.lene, params })).status).toBe(200);
		}
		for (const id of ['x', newId()]) {
			expect(await refusal(companyPrep(world.anna, id))).toBe(404);
			expect(await refusal(landownerPrep(world.anna, id))).toBe(404);
		}
	});
});

describe('the prep sheet of an owner', () => {
	it('names the land, and of an owner that is a firm what that firm was promised', async () => {
		expect(await landownerPrep(world.anna, world.prøvefonden.id)).toMatchObject({
			name: 'Prøvefonden Ejendomme',
			district: 'Ejby, Kirkebjerg',
			properties: [{ name: 'Fabriksprøvevej 2', landArea: 12_000 }, { name: 'Hjørneprøvegrunden' }],
			flags: [{ kind: 'never' }],
		});
		const firm = await make.company({ name: 'Ejende ApS' });
		const owner = await make.landowner({ name: 'Ejende ApS', companyId: firm.id });
		await agree(world.anna, { kind: 'promise', text: 'til firmaet', dueOn: null, companyId: firm.id });
		expect((await landownerPrep(world.anna, owner.id)).followUps.map(({ text }) => text)).toEqual(['til firmaet']);
	});
});

describe('the flags', () => {
	it('tell silence after twelve months, broken days of promises, and who has said no', () => {
		const day = '2026-11-23';
		const met = { lastTalkOn: '2025-11-22', followUps: [], contacts: [] };
		expect(talkFlags(met, day)).toEqual([{ kind: 'silent', since: '2025-11-22' }]);
		expect(talkFlags({ ...met, lastTalkOn: '2025-11-23' }, day)).toEqual([]);
		const followUps = [
			{ kind: 'promise' as const, dueOn: '2026-11-22' },
			{ kind: 'promise' as const, dueOn: null },
			{ kind: 'task' as const, dueOn: '2026-01-01' },
		];
		expect(talkFlags({ ...met, lastTalkOn: day, followUps }, day)).toEqual([{ kind: 'overdue', count: 1 }]);
		expect(talkFlags({ ...met, lastTalkOn: day, contacts: [{ name: 'Ib', refuses: ['phone'] }] }, day)).toEqual([
			{ kind: 'refuses', name: 'Ib', channels: ['phone'] },
		]);
		const active = { statusGroup: 'active' as const, statusWords: null, ceasedOn: null, isProtected: false };
		expect(registerFlags(active)).toEqual([]);
		expect(registerFlags({ ...active, statusGroup: 'ceased', ceasedOn: '2026-01-01' })).toEqual([{ kind: 'ceased', on: '2026-01-01' }]);
	});
});
