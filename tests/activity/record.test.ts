import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { recordActivity, SYSTEM } from '#app/activity/record.server.ts';
import { firstBrokenLine } from '#app/activity/verify.server.ts';
import { db, write } from '#db/client.server.ts';
import { newId } from '#db/new-id.ts';
import { activity, activityValues } from '#db/schema/index.ts';

const deed = (field: string) => ({
	verb: 'company.revised' as const,
	subject: { kind: 'company', id: newId() },
	changes: { [field]: ['before', 'after'] as const },
});

describe('the audit chain', () => {
	it('links each line to the one before it', async () => {
		for (const field of ['name', 'phone', 'email']) await write((tx) => recordActivity(tx, SYSTEM, deed(field)));
		expect(await firstBrokenLine()).toBeNull();
		const lines = await db.select().from(activity).orderBy(activity.seq);
		expect(lines.map(({ seq }) => seq)).toEqual([1, 2, 3]);
		expect(lines[2]?.prevHash).toBe(lines[1]?.hash);
	});

	it('keeps names of fields, never their values', async () => {
		await write((tx) =>
			recordActivity(tx, SYSTEM, {
				verb: 'company.revised',
				subject: { kind: 'company', id: newId() },
				changes: { phone: ['11 22 33 44', '55 66 77 88'] },
			}),
		);
		expect(JSON.stringify(await db.select().from(activity))).not.toContain('55 66 77 88');
	});

	it('still holds when the values of a person were erased', async () => {
		await write((tx) => tx.delete(activityValues).where(eq(activityValues.field, 'phone')));
		expect(await firstBrokenLine()).toBeNull();
	});

	it('leaves no line of a deed that failed', async () => {
		const before = (await db.select().from(activity)).length;
		const failing = write(async (tx) => {
			await recordActivity(tx, SYSTEM, deed('name'));
			throw new Error('failed after the line');
		});
		await expect(failing).rejects.toThrow();
		expect(await db.select().from(activity)).toHaveLength(before);
	});
});
