import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { db, write, writeIfIdle } from '#db/client.server.ts';
import { newId } from '#db/new-id.ts';
import { askedNow } from '#db/patience.server.ts';
import { units } from '#db/schema/index.ts';

const unit = (name: string) => ({ id: newId(), name, createdAt: new Date(), updatedAt: new Date() });

/** Another process in the middle of a write. */
function stranger() {
	const connection = new Database(process.env.TEST_DATABASE_FILE ?? '');
	connection.exec('BEGIN IMMEDIATE');
	return { leave: () => connection.close() };
}

async function outcome(work: () => Promise<unknown>): Promise<{ name: string; ms: number }> {
	const began = performance.now();
	const name = await work().then(
		() => 'written',
		(error: unknown) => (error instanceof Error ? error.name : String(error)),
	);
	return { name, ms: performance.now() - began };
}

describe('a write waits five seconds from its request, and no longer', () => {
	it('however many stand before it while another process holds the file', async () => {
		const other = stranger();
		const answers = await Promise.all(Array.from({ length: 6 }, (_, n) => outcome(() => write((tx) => tx.insert(units).values(unit(`Nr. ${n}`))))));
		other.leave();
		expect(answers.map(({ name }) => name)).toEqual(Array(6).fill('DatabaseBusyError'));
		expect(Math.max(...answers.map(({ ms }) => ms))).toBeLessThan(7_000);
	});

	it('behind a long write of this process', async () => {
		let end: () => void = () => undefined;
		const long = write(
			() =>
				new Promise<void>((resolve) => {
					end = resolve;
				}),
		);
		const { name, ms } = await outcome(() => write(async () => undefined));
		expect(name).toBe('DatabaseBusyError');
		expect(ms).toBeGreaterThan(4_500);
		expect(ms).toBeLessThan(7_000);
		end();
		await long;
		expect((await outcome(() => write(async () => undefined))).name).toBe('written');
	});

	it('with what the request took before taken off', async () => {
		const other = stranger();
		const { ms } = await askedNow(async () => {
			await sleep(3_000);
			return outcome(() => write(async () => undefined));
		});
		other.leave();
		expect(ms).toBeLessThan(3_500);
	});

	it('and one that is let in meanwhile is written', async () => {
		const other = stranger();
		const row = unit('Ventede');
		const written = write((tx) => tx.insert(units).values(row));
		await sleep(300);
		other.leave();
		await written;
		expect(await db.select().from(units).where(eq(units.id, row.id))).toHaveLength(1);
	});
});

describe('what nobody waits for', () => {
	it('is left undone while others write, and stands in nobody’s way', async () => {
		let end: () => void = () => undefined;
		const long = write(
			() =>
				new Promise<void>((resolve) => {
					end = resolve;
				}),
		);
		await sleep(20);
		const began = performance.now();
		expect(await writeIfIdle((tx) => tx.insert(units).values(unit('Læst')))).toBe('busy');
		expect(performance.now() - began).toBeLessThan(1_000);
		end();
		await long;
		const other = stranger();
		expect(await writeIfIdle((tx) => tx.insert(units).values(unit('Læst')))).toBe('busy');
		other.leave();
		expect(await writeIfIdle((tx) => tx.insert(units).values(unit('Læst')))).toBe('done');
	});

	it('tells of real faults', async () => {
		await expect(writeIfIdle(() => Promise.reject(new Error('midway')))).rejects.toThrow('midway');
	});
});
