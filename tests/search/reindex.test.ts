import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { companyHits } from '#app/companies/hits.server.ts';
import { logDialogue } from '#app/dialogues/commands.server.ts';
import { timelineOf } from '#app/dialogues/timelines.server.ts';
import { ensureFindable } from '#app/search/reindex.server.ts';
import { db, write } from '#db/client.server.ts';
import { companies, companyTerms, landowners, settings, timelineEntries } from '#db/schema/index.ts';
import { talk } from '#tests/dialogues/talk.ts';
import { make } from '#tests/make.ts';
import { buildWorld, type World } from '#tests/world.ts';

let world: World;
beforeAll(async () => {
	world = await buildWorld();
	await ensureFindable();
});

it('what an earlier version derived by other rules is derived anew at the first start, and then no more', async () => {
	const firm = await make.company({ name: 'Gammel Ejer A/S' });
	const owner = await make.landowner({ name: firm.name, companyId: firm.id });
	const { id } = await logDialogue(world.anna, talk({ companyId: firm.id, heldOn: '2026-10-05' }));
	const forgetOwner = () =>
		write(async (tx) => {
			await tx.delete(timelineEntries).where(eq(timelineEntries.scopeId, owner.id));
			await tx.update(landowners).set({ lastTalkOn: null }).where(eq(landowners.id, owner.id));
		});
	const shown = async () => (await timelineOf(world.anna, { kind: 'landowner', id: owner.id })).entries.map((entry) => entry.id);
	await forgetOwner();
	await ensureFindable();
	expect(await shown()).toEqual([]);
	await write(async (tx) => {
		await tx.delete(settings).where(eq(settings.key, 'derivedByRules'));
	});
	await ensureFindable();
	expect(await shown()).toEqual([id]);
	expect(await db.select({ on: landowners.lastTalkOn }).from(landowners).where(eq(landowners.id, owner.id))).toEqual([{ on: '2026-10-05' }]);
	await forgetOwner();
	await ensureFindable();
	expect(await shown()).toEqual([]);
});

it('so are the keys by which names meet', async () => {
	const firm = await make.company({ name: 'I.C. Gammelkey & Søn A/S' });
	await write(async (tx) => {
		await tx.update(companies).set({ nameKey: 'i c gammelkey soen' }).where(eq(companies.id, firm.id));
		await tx.delete(companyTerms).where(eq(companyTerms.companyId, firm.id));
		await tx.delete(settings).where(eq(settings.key, 'derivedByRules'));
	});
	await ensureFindable();
	const [row] = await db.select({ nameKey: companies.nameKey, version: companies.version }).from(companies).where(eq(companies.id, firm.id));
	expect(row).toEqual({ nameKey: 'ic gammelkey soen', version: 1 });
	expect((await companyHits(world.anna, 'ic gammelkey og')).map(({ id }) => id)).toEqual([firm.id]);
});
