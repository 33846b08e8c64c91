import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#db/new-id.ts';
import { rounds } from '#tests/rounds.ts';
import { ask, FROM_OUR_PAGE, type House, openHouse } from './server.ts';

const ROUNDS = rounds(5, 30);
const WRITERS = 4;

let house: House;
let cookie: string;
let firm: string;
beforeAll(async () => {
	house = await openHouse();
	cookie = house.cookieOf('erhverv');
	firm = String(ask(house.file, "select cvr from companies where cvr is not null and status_group = 'active' limit 1"));
});
afterAll(() => house.stop());

/** Logs a talk as the form does; resolves with the status, or 0 when the server died on it. */
async function logTalk(id: string): Promise<number> {
	const body = new URLSearchParams({ id, firm, heldOn: '2026-01-15', channel: 'phone', note: `Talk ${id}` });
	try {
		const answer = await fetch(`${house.url}/dialogues/new`, { method: 'POST', redirect: 'manual', headers: { ...FROM_OUR_PAGE, cookie }, body });
		await answer.arrayBuffer();
		return answer.status;
	} catch {
		return 0;
	}
}

const isKept = (id: string) => ask(house.file, 'select count(*) from dialogues where id = ?', id) === 1;

test('20 identical posts at once are one talk', async () => {
	const id = newId();
	const before = Number(ask(house.file, 'select count(*) from dialogues'));
	const statuses = await Promise.all(Array.from({ length: 20 }, () => logTalk(id)));
	expect(statuses).toEqual(Array(20).fill(302));
	expect(isKept(id)).toBe(true);
	expect(ask(house.file, 'select count(*) from dialogues')).toBe(before + 1);
	expect(ask(house.file, 'select count(*) from dialogue_subjects where dialogue_id = ?', id)).toBe(1);
});

test(`killed ${ROUNDS} times in the middle of writing, the house has every talk it said yes to`, async () => {
	const acknowledged: string[] = [];
	const unexpected = new Set<number>();
	const starts: number[] = [];
	for (let round = 0; round < ROUNDS; round += 1) {
		const before = acknowledged.length;
		let isOver = false;
		const writers = Array.from({ length: WRITERS }, async () => {
			while (!isOver) {
				const id = newId();
				const status = await logTalk(id);
				if (status === 302) acknowledged.push(id);
				else if (status !== 0) unexpected.add(status);
			}
		});
		// After a few talks of this round, and then at a different moment each time, while the next ones are under way.
		while (acknowledged.length < before + 1 + (round % 4)) await new Promise((resolve) => setTimeout(resolve, 2));
		await new Promise((resolve) => setTimeout(resolve, (round * 37) % 50));
		await house.kill();
		isOver = true;
		await Promise.all(writers);
		starts.push(await house.start());
	}
	const lost = acknowledged.filter((id) => !isKept(id));
	console.info(`acknowledged ${acknowledged.length}, lost ${lost.length}, slowest start ${Math.round(Math.max(...starts))} ms`);
	expect(lost).toEqual([]);
	expect([...unexpected]).toEqual([]);
	expect(acknowledged.length).toBeGreaterThanOrEqual(ROUNDS);
	expect(ask(house.file, 'pragma integrity_check')).toBe('ok');
	// A talk is whole or absent: none without the firm it was with.
	expect(ask(house.file, 'select count(*) from dialogues where not exists (select 1 from dialogue_subjects where dialogue_id = dialogues.id)')).toBe(
		0,
	);
	// Freed by the operating system each time, or the next start would have been refused.
	expect(starts).toHaveLength(ROUNDS);
});
