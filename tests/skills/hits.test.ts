import { beforeAll, describe, expect, test } from 'vitest';
import { skillHits, skillWorded } from '#app/skills/queries.server.ts';
import { loader } from '#app/skills/routes/hits.ts';
import { db, write } from '#db/client.server.ts';
import { sortName } from '#db/fold.ts';
import { newId } from '#db/new-id.ts';
import { loadReferenceData } from '#db/reference.server.ts';
import { skills } from '#db/schema/index.ts';
import { SKILL_ALIASES } from '#db/skill-aliases.ts';
import { call } from '../call.ts';
import { buildWorld, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
	world = await buildWorld();
});

/** What consultants type → the first skill offered. */
const TYPED: ReadonlyArray<readonly [typed: string, first: string]> = [
	['svejs', 'Svejsning MIG/MAG'],
	['svejser', 'Svejsning MIG/MAG'],
	['rustfast svejsning', 'Svejsning TIG'],
	['smed', 'Smede- og konstruktionsarbejde'],
	['kleinsmed', 'Smede- og konstruktionsarbejde'],
	['truck', 'Gaffeltruckcertifikat B'],
	['truckfører', 'Gaffeltruckcertifikat B'],
	['gaffeltruckfører', 'Gaffeltruckcertifikat B'],
	['stabler', 'Gaffelstablercertifikat A'],
	['maskinfører', 'Teleskoplæssercertifikat'],
	['gravemaskinefører', 'Jord- og anlægsarbejde'],
	['tømrer', 'Tømrer- og snedkerarbejde'],
	['toemrer', 'Tømrer- og snedkerarbejde'],
	['tomrer', 'Tømrer- og snedkerarbejde'],
	['snedker', 'Tømrer- og snedkerarbejde'],
	['møbelsnedker', 'Tømrer- og snedkerarbejde'],
	['lagermand', 'Pluk og pak'],
	['CNC-operatør', 'CNC-betjening og -programmering'],
	['cnc', 'CNC-betjening og -programmering'],
	['SOSU', 'Personlig pleje og omsorg'],
	['sosu-assistent', 'Personlig pleje og omsorg'],
	['kok', 'Køkkenarbejde og madlavning'],
	['koekken', 'Køkkenarbejde og madlavning'],
	['elektriker', 'El-installation'],
	["VVS'er", 'VVS-arbejde'],
	['vvs', 'VVS-arbejde'],
	['bogholder', 'Bogholderi'],
	['udvikler', 'Softwareudvikling'],
	['programmør', 'Softwareudvikling'],
	['chauffør', 'Varetransport og distribution'],
	['buschauffør', 'Personbefordring (bus, taxi, flextrafik)'],
	['pædagog', 'Pædagogisk arbejde med børn'],
	['paedagog', 'Pædagogisk arbejde med børn'],
	['laborant', 'Laboratorieanalyse'],
	['renrum', 'Arbejde i renrum'],
	['PD3', 'Prøve i Dansk 3'],
	['kørekort b', 'Kørekort B (personbil)'],
	['§26', 'Sikkerhed ved svejsning og termisk skæring (§ 26)'],
	['engelsk', 'Engelsk'],
	['welding', 'Svejsning MIG/MAG'],
	['forklift', 'Gaffeltruckcertifikat B'],
	['varmepumper', 'Installation af varmepumper'],
];

describe('skills for what is typed', () => {
	test.each(TYPED)('“%s” offers %s first', async (typed, first) => {
		const hits = await skillHits(world.anna, typed);
		expect(hits[0]?.nameDa, hits.map(({ nameDa }) => nameDa).join(', ')).toBe(first);
	});

	test('a hit says by which other word it was found, and a name by none', async () => {
		expect((await skillHits(world.anna, 'lagerm'))[0]?.via).toBe('lagermand');
		expect((await skillHits(world.anna, 'murerarb'))[0]?.via).toBeNull();
	});

	test('nonsense, blanks and signs offer nothing, and no typing breaks the list', async () => {
		for (const typed of ['', '   ', '%', "'; drop table skills", 'xyzzyq', '§', '()[]*', '🙂', 'a'.repeat(500)])
			expect(Array.isArray(await skillHits(world.anna, typed)), typed).toBe(true);
		expect(await skillHits(world.anna, 'xyzzyq')).toEqual([]);
	});

	test('Bo in employment is offered skills too, Adam the administrator is not', async () => {
		expect((await call(loader, { as: world.bo, url: '/skills/hits?q=smed' })).status).toBe(200);
		expect((await call(loader, { as: world.adam, url: '/skills/hits?q=smed' })).status).toBe(403);
	});

	test('a skill added now is offered at once', async () => {
		const now = new Date(Date.now() + 1_000);
		const row = {
			id: newId(),
			createdAt: now,
			updatedAt: now,
			groupKey: 'industry',
			kind: 'skill' as const,
			nameDa: 'Urmageri',
			nameEn: 'Watchmaking',
		};
		expect(await skillHits(world.anna, 'urmager')).toEqual([]);
		await write(async (tx) => {
			await tx.insert(skills).values({ ...row, sortName: sortName(row.nameDa) });
		});
		expect((await skillHits(world.anna, 'urmager'))[0]?.nameDa).toBe('Urmageri');
	});
});

describe('a wording by itself', () => {
	test('is tied to a skill only where it can mean no other', async () => {
		const nameOf = async (wording: string) => {
			const id = await skillWorded(db, wording);
			return (await db.select().from(skills)).find((skill) => skill.id === id)?.nameDa ?? null;
		};
		expect(await nameOf('Elektriker')).toBe('El-installation');
		expect(await nameOf('Svejsning TIG')).toBe('Svejsning TIG');
		// Both welding skills and the smithy answer to it.
		expect(await nameOf('svejser')).toBeNull();
		expect(await nameOf('en der kan lidt af hvert')).toBeNull();
	});
});

describe('the shipped list', () => {
	test('has 176 skills, at least 150 other words, and no word twice on one skill', async () => {
		const rows = (await db.select().from(skills)).filter(({ key }) => key !== null);
		expect(rows).toHaveLength(176);
		expect(rows.flatMap(({ aliases }) => aliases).length).toBeGreaterThanOrEqual(150);
		expect(Object.entries(SKILL_ALIASES).filter(([, words]) => new Set(words).size < words.length)).toEqual([]);
		expect(Object.keys(SKILL_ALIASES).filter((key) => !rows.some((row) => row.key === key))).toEqual([]);
	});

	test('loading it again adds nothing and leaves a renamed skill as it is', async () => {
		const [first] = await db.select().from(skills);
		await write((tx) => loadReferenceData(tx));
		expect((await db.select().from(skills)).find(({ id }) => id === first?.id)).toEqual(first);
	});
});
