import { desc, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '#app/auth/viewer.ts';
import { action as editCompany } from '#app/companies/routes/edit.tsx';
import { action as editContact } from '#app/contacts/routes/edit.tsx';
import { reviseDialogue } from '#app/dialogues/commands.server.ts';
import { type HistoryLine, historyOf } from '#app/upkeep/history.server.ts';
import { recordFor } from '#app/upkeep/records.server.ts';
import { action, loader, shouldRevalidate } from '#app/upkeep/routes/history.tsx';
import { db } from '#db/client.server.ts';
import { activity, companies, contacts, dialogues } from '#db/schema/index.ts';
import { call } from '#tests/call.ts';
import { talk } from '#tests/dialogues/talk.ts';
import { make } from '#tests/make.ts';
import { buildWorld, type World } from '#tests/world.ts';

let world: World;
beforeAll(async () => {
	world = await buildWorld();
});

const firmNow = async (id: string) => {
	const [row] = await db.select().from(companies).where(eq(companies.id, id));
	if (!row) throw new Error('no such firm');
	return row;
};

/** Revises a firm as its form does: what is not given stays empty. */
async function revise(as: Viewer, id: string, fields: Record<string, string>) {
	const { name, version } = await firmNow(id);
	const answer = await call(editCompany, {
		as,
		params: { companyId: id },
		form: { id, version: String(version), name, knowledgeOverride: 'auto', ...fields },
	});
	expect(answer.status, JSON.stringify(answer.data)).toBe(302);
}

const linesOf = async (as: Viewer, kind: string, id: string, before: number | null = null): Promise<HistoryLine[]> =>
	(await historyOf(as, await recordFor(as, kind, id), before)).lines;

const post = (as: Viewer, kind: string, recordId: string, form: Record<string, string>) => call(action, { as, params: { kind, recordId }, form });

describe('the history of a record', () => {
	it('tells each change in words, the latest first, with who made it', async () => {
		const { id } = await make.company({ name: 'Historiefirmaet' });
		await revise(world.anna, id, { phone: '43 00 00 01', foundedOn: '1998-03-07' });
		await revise(world.bo, id, { phone: '43 00 00 02', foundedOn: '1998-03-07', isProtected: 'on' });
		const lines = await linesOf(world.lene, 'company', id);
		expect(lines.map(({ by, deed }) => [by, deed])).toEqual([
			['Bo Eksempelholt', 'Ændret'],
			['Anna Prøvesen', 'Ændret'],
		]);
		expect(lines[0]?.changes.map(({ label, before, after }) => [label, before, after])).toEqual(
			expect.arrayContaining([
				['Telefon', '43 00 00 01', '43 00 00 02'],
				['Reklamebeskyttet', 'Nej', 'Ja'],
			]),
		);
		expect(lines[1]?.changes.map(({ after }) => after)).toContain('07.03.1998');
	});

	it('pages by key, every line once', async () => {
		const { id } = await make.company({ name: 'Tit ændret' });
		for (let at = 0; at < 23; at++) await revise(world.anna, id, { phone: `43 00 01 ${String(at).padStart(2, '0')}` });
		const record = await recordFor(world.anna, 'company', id);
		const seen: number[] = [];
		for (let before: number | null = null; ; ) {
			const page: Awaited<ReturnType<typeof historyOf>> = await historyOf(world.anna, record, before);
			seen.push(...page.lines.map(({ seq }) => seq));
			if (page.next === null) break;
			before = page.next;
		}
		expect(seen).toHaveLength(23);
		expect(seen).toEqual([...new Set(seen)].sort((a, b) => b - a));
	});

	it('of a talk is read by those who may revise it, never by its heading’s other readers', async () => {
		const { id } = await make.dialogue(world.anna, {
			companyId: world.demolund.id,
			note: 'Første note',
			confidentiality: 'confidential',
			confidentialityReason: 'planning',
		});
		const again = {
			...talk({ companyId: world.demolund.id, note: 'Anden note HEMMELIG', confidentiality: 'confidential', confidentialityReason: 'planning' }),
			version: 1,
		};
		await reviseDialogue(world.anna, id, again);
		expect(JSON.stringify(await linesOf(world.anna, 'dialogue', id))).toContain('HEMMELIG');
		for (const as of [world.bo, world.lene, world.siri, world.adam]) {
			const answer = await call(loader, { as, params: { kind: 'dialogue', recordId: id } });
			expect(answer.status).toBe(403);
			expect(JSON.stringify(answer.data)).not.toContain('HEMMELIG');
			expect((await post(as, 'dialogue', id, { change: id, version: '2' })).status).toBe(403);
		}
	});

	it('is asked for by kind and id; anything else is not there', async () => {
		for (const [kind, recordId] of [
			['company', 'x'],
			['user', world.anna.id],
			['company', world.anna.id],
			['constructor', world.anna.id],
		] as const)
			expect((await call(loader, { as: world.anna, params: { kind, recordId } })).status).toBe(404);
		const url = '/x?before=1e9;drop';
		expect((await call(loader, { as: world.anna, url, params: { kind: 'company', recordId: world.demolund.id } })).status).toBe(200);
	});
});

describe('putting a field back', () => {
	it('is a new change of its own, by whoever does it', async () => {
		const { id } = await make.company({ name: 'Fortrydfirmaet', phone: '43 00 00 09', phoneKey: '43000009' });
		await revise(world.anna, id, { phone: '43 00 00 10' });
		const [line] = await linesOf(world.bo, 'company', id);
		const [change] = line?.changes ?? [];
		expect(change).toMatchObject({ label: 'Telefon', isRevertible: true });
		const answer = await post(world.bo, 'company', id, { change: change?.id ?? '', version: String((await firmNow(id)).version) });
		expect(answer).toMatchObject({ status: 302, location: `/history/company/${id}` });
		expect(await firmNow(id)).toMatchObject({ phone: '43 00 00 09', phoneKey: '43000009', version: 3 });
		const lines = await linesOf(world.bo, 'company', id);
		expect(lines).toHaveLength(2);
		expect(lines[0]).toMatchObject({ by: 'Bo Eksempelholt', changes: [{ label: 'Telefon', before: '43 00 00 10', after: '43 00 00 09' }] });
		expect(lines[1]?.changes[0]?.isRevertible, 'it stands that way now').toBe(false);
	});

	it('leaves the firm’s other fields as they are, lists and industries too', async () => {
		const { id } = await make.company({ name: 'Helhedsfirmaet' });
		const rest = { alternativeNames: 'Et navn\nEt andet', industry: '25.62', formCode: '80', website: 'firma.example', email: 'a@firma.example' };
		await revise(world.anna, id, rest);
		await revise(world.anna, id, { ...rest, phone: '43 00 00 11', alternativeNames: 'Kun ét' });
		const before = await firmNow(id);
		const change = (await linesOf(world.anna, 'company', id))[0]?.changes.find(({ label }) => label !== 'Telefon');
		await post(world.anna, 'company', id, { change: change?.id ?? '', version: String(before.version) });
		const after = await firmNow(id);
		expect(after.alternativeNames).toEqual(['Et navn', 'Et andet']);
		expect({ ...after, alternativeNames: 0, version: 0, updatedAt: 0, provenance: 0 }).toEqual({
			...before,
			alternativeNames: 0,
			version: 0,
			updatedAt: 0,
			provenance: 0,
		});
	});

	it('is refused with a sentence when the old value is somebody else’s now', async () => {
		const { id } = await make.company({ name: 'Havde nummeret', cvr: '99000023' });
		await revise(world.anna, id, { cvr: '' });
		await make.company({ name: 'Har nummeret', cvr: '99000023' });
		const change = (await linesOf(world.anna, 'company', id))[0]?.changes[0];
		const answer = await post(world.anna, 'company', id, { change: change?.id ?? '', version: '2' });
		expect(answer).toMatchObject({ status: 409, data: { why: 'CVR-nummeret tilhører en anden virksomhed nu.' } });
		expect((await firmNow(id)).cvr).toBeNull();
	});

	it('is refused to who saw an older edition, and says who saved since', async () => {
		const { id } = await make.company({ name: 'Samtidig' });
		await revise(world.anna, id, { phone: '43 00 00 12' });
		const change = (await linesOf(world.anna, 'company', id))[0]?.changes[0];
		await revise(world.bo, id, { phone: '43 00 00 13' });
		const answer = await post(world.anna, 'company', id, { change: change?.id ?? '', version: '2' });
		expect(answer.status).toBe(409);
		expect(JSON.stringify(answer.data)).toContain('Bo Eksempelholt');
		expect((await firmNow(id)).phone).toBe('43 00 00 13');
	});

	it('is not for those who may not revise, nor with another record’s change', async () => {
		const { id } = await make.company({ name: 'Ikke din' });
		await revise(world.anna, id, { phone: '43 00 00 14' });
		const change = (await linesOf(world.anna, 'company', id))[0]?.changes[0]?.id ?? '';
		expect((await post(world.lene, 'company', id, { change, version: '2' })).status).toBe(403);
		expect((await post(world.anna, 'company', world.demolund.id, { change, version: '1' })).status).toBe(404);
		expect((await post(world.anna, 'company', id, { change: 'x', version: '2' })).status).toBe(404);
		expect((await linesOf(world.lene, 'company', id))[0]?.changes[0]?.isRevertible).toBe(false);
	});

	it('works on a person and on the note of a talk', async () => {
		const person = await make.contact({ name: 'Karin Kontaktsen', phone: '43 00 00 20' });
		const saved = await call(editContact, {
			as: world.anna,
			params: { contactId: person.id },
			form: { id: person.id, version: '1', name: 'Karin Kontaktsen', phone: '43 00 00 21' },
		});
		expect(saved.status).toBe(302);
		const change = (await linesOf(world.adam, 'contact', person.id))[0]?.changes[0];
		expect((await post(world.adam, 'contact', person.id, { change: change?.id ?? '', version: '2' })).status).toBe(302);
		expect(await db.select({ phone: contacts.phone }).from(contacts).where(eq(contacts.id, person.id))).toEqual([{ phone: '43 00 00 20' }]);

		const { id } = await make.dialogue(world.anna, { companyId: world.demolund.id, note: 'Som sagt' });
		await reviseDialogue(world.anna, id, { ...talk({ companyId: world.demolund.id, note: 'Forkert' }), version: 1 });
		const noted = (await linesOf(world.anna, 'dialogue', id))[0]?.changes.find(({ after }) => after === 'Forkert');
		expect((await post(world.anna, 'dialogue', id, { change: noted?.id ?? '', version: '2' })).status).toBe(302);
		expect(await db.select({ note: dialogues.note, version: dialogues.version }).from(dialogues).where(eq(dialogues.id, id))).toEqual([
			{ note: 'Som sagt', version: 3 },
		]);
		const [last] = await db.select({ verb: activity.verb }).from(activity).orderBy(desc(activity.seq)).limit(1);
		expect(last?.verb).toBe('dialogue.revised');
	});
});

it('a put-back refused because somebody saved meanwhile loads what stands now, so that the next press is of that', () => {
	const asked = { currentUrl: new URL('http://x/'), currentParams: {}, nextUrl: new URL('http://x/'), nextParams: {} };
	expect(shouldRevalidate({ ...asked, actionStatus: 409, defaultShouldRevalidate: false })).toBe(true);
	expect(shouldRevalidate({ ...asked, actionStatus: 403, defaultShouldRevalidate: false })).toBe(false);
});
