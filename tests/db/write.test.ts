import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { db, write } from '#db/client.server.ts';
import { newId } from '#db/new-id.ts';
import { units } from '#db/schema/index.ts';

const unit = (name: string) => ({ id: newId(), name, createdAt: new Date(), updatedAt: new Date() });

describe('write()', () => {
	it('commits everything or nothing', async () => {
		const row = unit('Halv');
		await expect(
			write(async (tx) => {
				await tx.insert(units).values(row);
				throw new Error('midway');
			}),
		).rejects.toThrow('midway');
		expect(await db.select().from(units).where(eq(units.id, row.id))).toEqual([]);
	});

	it('shows a reader committed rows only', async () => {
		const row = unit('Undervejs');
		await write(async (tx) => {
			await tx.insert(units).values(row);
			expect(await db.select().from(units).where(eq(units.id, row.id))).toEqual([]);
			expect(await tx.select().from(units).where(eq(units.id, row.id))).toHaveLength(1);
		});
		expect(await db.select().from(units).where(eq(units.id, row.id))).toHaveLength(1);
	});

	it('lets one writer in at a time, in order', async () => {
		const order: number[] = [];
		await Promise.all(
			[1, 2, 3, 4].map((n) =>
				write(async () => {
					await new Promise((resolve) => setTimeout(resolve, 5));
					order.push(n);
				}),
			),
		);
		expect(order).toEqual([1, 2, 3, 4]);
	});

	it('refuses a write inside a write', async () => {
		await expect(write(async () => write(async () => undefined))).rejects.toThrow('pass tx on');
	});

	it('refuses a write through the reader', async () => {
		await expect(async () => await db.insert(units).values(unit('Smuglet'))).rejects.toThrow();
	});
});
