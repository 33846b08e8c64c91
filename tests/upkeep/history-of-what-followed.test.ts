import { beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '#app/auth/viewer.ts';
import { logDialogue, reviseDialogue } from '#app/dialogues/commands.server.ts';
import type { DialogueInput } from '#app/dialogues/dialogue.ts';
import { agreeFollowUp, reviseFollowUp, settleFollowUp } from '#app/follow-ups/commands.server.ts';
import { holdVisit } from '#app/follow-ups/held-visits.server.ts';
import { followUpFor } from '#app/follow-ups/queries.server.ts';
import { reviseNeed } from '#app/needs/commands.server.ts';
import type { NeedRow } from '#app/needs/need.ts';
import { historyOf } from '#app/upkeep/history.server.ts';
import { recordFor } from '#app/upkeep/records.server.ts';
import { newId } from '#db/new-id.ts';
import { talk } from '#tests/dialogues/talk.ts';
import { make } from '#tests/make.ts';
import { buildWorld, type World } from '#tests/world.ts';

let world: World;
beforeAll(async () => {
	world = await buildWorld();
});

const linesOf = async (as: Viewer, kind: string, id: string) => (await historyOf(as, await recordFor(as, kind, id), null)).lines;
const shown = (lines: Awaited<ReturnType<typeof linesOf>>) =>
	lines.map(({ deed, about, changes }) =>
		[about ? `${deed}: ${about}` : deed, ...changes.map(({ label, before, after }) => `${label}: ${before} → ${after}`)].join(' | '),
	);

const TASK = { text: 'Send referat', dueOn: '2026-12-24', kind: 'task' as const };

/** A talk with one task, on a firm of its own. */
async function withTask(given: Partial<DialogueInput> = {}) {
	const firm = await make.company({ name: `Følgefirma ${newId().slice(-6)}` });
	const id = newId();
	const input = talk({ companyId: firm.id, followUp: { id, ...TASK, contactId: null }, ...given });
	await logDialogue(world.anna, input);
	return { firm, taskId: id, talkId: input.id, input };
}

describe('what became of a follow-up', () => {
	it('stands in the history of its talk and of its firm: settled, opened again, with what it was about', async () => {
		const { firm, taskId, talkId } = await withTask();
		await settleFollowUp(world.anna, taskId, 'done');
		await settleFollowUp(world.anna, taskId, 'open');
		for (const [kind, id] of [
			['dialogue', talkId],
			['company', firm.id],
		] as const) {
			const lines = shown(await linesOf(world.anna, kind, id));
			expect(lines.slice(0, 2), kind).toEqual([
				'Opfølgning afgjort: Send referat | Status: Udført → Åben',
				'Opfølgning afgjort: Send referat | Status: Åben → Udført',
			]);
		}
	});

	it('says to whom it was handed over and which day it was moved to; nothing of it can be put back there', async () => {
		const { firm, taskId } = await withTask();
		const { version } = await followUpFor(world.anna, taskId);
		const words = { kind: 'task' as const, text: TASK.text, dueAtTime: null, contactId: null, goAheadReason: null, unitId: null };
		await reviseFollowUp(world.anna, taskId, { ...words, version, dueOn: '2027-01-07', assigneeId: world.siri.id });
		const [line] = await linesOf(world.anna, 'company', firm.id);
		expect(shown(line ? [line] : [])).toEqual([
			'Opfølgning ændret: Send referat | Dag: 24.12.2026 → 07.01.2027 | Hvem gør det?: Anna Prøvesen → Siri Forsøgsen',
		]);
		expect(line?.changes.map(({ isRevertible }) => isRevertible)).toEqual([false, false]);
	});

	it('tells of a confidential talk’s task only the deed to those who may not read it, and administrators nothing', async () => {
		const { firm, taskId } = await withTask({ confidentiality: 'confidential', confidentialityReason: 'planning' });
		await settleFollowUp(world.anna, taskId, 'done');
		expect(shown(await linesOf(world.lene, 'company', firm.id))[0]).toBe('Opfølgning afgjort: Send referat | Status: Åben → Udført');
		expect(shown(await linesOf(world.bo, 'company', firm.id))[0]).toBe('Opfølgning afgjort');
		expect(JSON.stringify(await linesOf(world.adam, 'company', firm.id))).not.toMatch(/Opfølgning|referat/);
	});

	it('tells of a planned visit that it was agreed, and held by which talk', async () => {
		const firm = await make.company({ name: 'Besøgt Følge' });
		const visit = { id: newId(), kind: 'visit' as const, text: 'Besøg om lærlinge', dueOn: '2026-11-20', dueAtTime: '10:00', companyId: firm.id };
		const none = { landownerId: null, dialogueId: null, contactId: null, assigneeId: world.anna.id, unitId: null, goAheadReason: null };
		await agreeFollowUp(world.anna, { ...visit, ...none });
		const held = talk({ companyId: firm.id });
		await logDialogue(world.anna, held);
		await holdVisit(world.anna, visit.id, held.id);
		expect(shown(await linesOf(world.anna, 'company', firm.id)).slice(0, 2)).toEqual([
			'Besøg afholdt: Besøg om lærlinge | Status: Åben → Udført',
			'Opfølgning aftalt: Besøg om lærlinge',
		]);
		expect(shown(await linesOf(world.anna, 'dialogue', held.id))[0]).toContain('Besøg afholdt');
	});
});

describe('what became of a need', () => {
	const need = (given: Partial<NeedRow> = {}): NeedRow => ({
		...{ at: 0, id: newId(), version: null, companyId: null, siteId: null, wording: 'svejser', skillId: null, level: null, people: 2, byOn: null },
		...{ certainty: 'likely' as const, isRemoved: false },
		...given,
	});

	it('stands in the history of its talk and its firm, whichever way it was changed', async () => {
		const firm = await make.company({ name: 'Manglefirma' });
		const row = need();
		const input = talk({ companyId: firm.id, needs: [row] });
		await logDialogue(world.anna, input);
		const values = { wording: 'svejser', skillId: null, level: null, people: 2, by: null, certainty: 'likely' as const, siteId: null };
		await reviseNeed(world.bo, row.id, { ...values, id: row.id, version: 1, state: 'met' } as Parameters<typeof reviseNeed>[2]);
		await reviseDialogue(world.anna, input.id, { ...input, needs: [{ ...row, version: 2, people: 3 }], version: 1 });
		await reviseDialogue(world.anna, input.id, { ...input, needs: [{ ...row, version: 3, isRemoved: true }], version: 2 });
		for (const [kind, id] of [
			['dialogue', input.id],
			['company', firm.id],
		] as const) {
			const lines = shown(await linesOf(world.anna, kind, id)).filter((line) => !line.startsWith('Oprettet'));
			expect(lines, kind).toEqual([
				'Kompetencebehov fjernet: svejser',
				'Kompetencebehov ændret: svejser | Antal: 2 → 3',
				'Kompetencebehov ændret: svejser | Status: Åbent → Dækket',
			]);
		}
		expect(JSON.stringify(await linesOf(world.adam, 'company', firm.id))).not.toContain('svejser');
	});

	it('added with a follow-up to a talk that stands is said to be added, not an empty change', async () => {
		const firm = await make.company({ name: 'Supplerefirma' });
		const input = talk({ companyId: firm.id });
		await logDialogue(world.anna, input);
		await reviseDialogue(world.anna, input.id, { ...input, needs: [need()], version: 1 });
		expect(shown(await linesOf(world.anna, 'dialogue', input.id)).slice(0, 2)).toEqual(['Suppleret', 'Oprettet']);
	});
});
