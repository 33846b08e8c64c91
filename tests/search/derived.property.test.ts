import Database from 'better-sqlite3';
import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { refreshCompany } from '#app/companies/derived.server.ts';
import { joinRoles } from '#app/contacts/role-commands.server.ts';
import { logDialogue, reviseDialogue } from '#app/dialogues/commands.server.ts';
import { dialogueFor } from '#app/dialogues/queries.server.ts';
import { restoreDialogue, withdrawDialogue } from '#app/dialogues/withdrawal.server.ts';
import { rebuildFindable } from '#app/findable/rebuild.server.ts';
import { settleRecord } from '#app/upkeep/archival.server.ts';
import { db, write } from '#db/client.server.ts';
import { engine } from '#db/engine.ts';
import { rebuildIndex } from '#db/full-text.server.ts';
import { companies, contacts, searchEntries, sites } from '#db/schema/index.ts';
import { talk } from '#tests/dialogues/talk.ts';
import { make } from '#tests/make.ts';
import { buildWorld, type World } from '#tests/world.ts';

let world: World;
let firms: string[];
const people: Array<{ id: string; roles: string[] }> = [];
const logged: string[] = [];

beforeAll(async () => {
	world = await buildWorld();
	const lone = await make.company({ name: 'Ærø Uden Adresse', site: null });
	firms = [world.demolund.id, world.prøvebageriet.id, lone.id];
	for (const name of ['Ane Åkær', 'Bent Ø', 'Carla']) {
		const contact = await make.contact({ name, phone: '+45 43 12 34 56' });
		const roles = [];
		for (const title of ['Værkfører', 'Direktør', null]) roles.push((await make.role(contact.id, { companyId: world.demolund.id, title })).id);
		people.push({ id: contact.id, roles });
	}
	// The cast's districts come straight into their table.
	await rebuildFindable(write);
});

const stored = async () =>
	(await db.select().from(searchEntries)).map(({ id: _, kind, recordId, ...entry }) => `${kind} ${recordId} ${JSON.stringify(entry)}`).sort();

/** The entries as made from nothing but the records. */
async function rebuilt() {
	await write(async (tx) => {
		await tx.delete(searchEntries);
		await rebuildIndex(tx);
	});
	await rebuildFindable(write, { isFresh: true });
	return stored();
}

/** SQLite itself compares the index with the entries, word by word. */
function indexFaults(): string | null {
	if (engine === 'postgres') return null;
	const connection = new Database(process.env.TEST_DATABASE_FILE ?? '', { timeout: 5_000 });
	try {
		for (const index of ['search_words', 'search_grams']) connection.exec(`insert into ${index}(${index}, rank) values ('integrity-check', 1)`);
		return null;
	} catch (error) {
		return String(error);
	} finally {
		connection.close();
	}
}

const DEEDS = ['log', 'log', 'revise', 'confide', 'withdraw', 'restore', 'rename', 'move', 'join', 'archive', 'fetch'] as const;

async function carryOut({ deed, which, text }: { deed: (typeof DEEDS)[number]; which: number; text: string }) {
	const companyId = firms[which % firms.length] ?? '';
	const id = logged[which % Math.max(logged.length, 1)];
	const person = people[which % people.length];
	const table = which % 2 === 0 ? companies : contacts;
	const record = { kind: which % 2 === 0 ? ('company' as const) : ('contact' as const), id: which % 2 === 0 ? companyId : (person?.id ?? '') };
	if (deed === 'rename') {
		await write(async (tx) => {
			await tx.update(companies).set({ name: text }).where(eq(companies.id, companyId));
			await refreshCompany(tx, companyId);
		});
	} else if (deed === 'move') {
		await write(async (tx) => {
			const districtId = [world.ejby.id, world.kirkebjerg.id, null][which % 3] ?? null;
			await tx.update(sites).set({ districtId, address: text }).where(eq(sites.companyId, companyId));
			await refreshCompany(tx, companyId, [world.ejby.id, world.kirkebjerg.id]);
		});
	} else if (deed === 'join') {
		const [keepId, otherId] = [person?.roles[0], person?.roles[1 + (which % 2)]];
		if (keepId && otherId) await joinRoles(world.anna, { keepId, otherId }).catch(() => undefined);
	} else if (deed === 'archive' || deed === 'fetch') {
		const [row] = await db.select({ version: table.version }).from(table).where(eq(table.id, record.id));
		await settleRecord(world.anna, { ...record, mayArchive: true }, deed === 'archive' ? 'archived' : 'present', row?.version ?? 0);
	} else if (deed === 'log' || !id) {
		const said = talk({ companyId, note: text, assessment: which % 3 === 0 ? `${text} vurderet` : null });
		// An archived firm has no talks: the command refuses.
		const saved = await logDialogue(world.anna, said).catch(() => null);
		if (saved) logged.push(saved.id);
	} else if (deed === 'withdraw') await withdrawDialogue(world.anna, id);
	else if (deed === 'restore') await restoreDialogue(world.anna, id);
	else {
		const seen = await dialogueFor(world.anna, id).catch(() => null);
		const confidentiality = deed === 'confide' ? ('confidential' as const) : ('open' as const);
		const reason = deed === 'confide' ? ('planning' as const) : null;
		const said = { ...talk({ companyId, note: text, confidentiality, confidentialityReason: reason }), version: seen?.version ?? 0 };
		if (seen) await reviseDialogue(world.anna, id, said).catch(() => null);
	}
}

it('after any run of commands, what is found is what a rebuild finds, in table and index', async () => {
	const step = fc.record({
		deed: fc.constantFrom(...DEEDS),
		which: fc.nat(99),
		text: fc.constantFrom('Østre Værft', 'Aarhus Smørrebrød', 'poesi', 'Kø ved rampen', 'ÆØÅ 12', 'maskinfabrik'),
	});
	await fc.assert(
		fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 10 }), async (steps) => {
			for (const one of steps) await carryOut(one);
			const before = await stored();
			expect(indexFaults()).toBe(null);
			// A rebuild of what stands changes nothing; one from nothing comes to the same.
			await rebuildFindable(write);
			expect(await stored()).toEqual(before);
			expect(await rebuilt()).toEqual(before);
			expect(indexFaults()).toBe(null);
		}),
		// PGlite takes its time over each of them.
		{ numRuns: engine === 'postgres' ? 5 : 20 },
	);
}, 600_000);
