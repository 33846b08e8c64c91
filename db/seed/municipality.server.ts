import { hashPassword } from '#app/auth/password.server.ts';
import { today } from '#app/i18n/format.ts';
import { write } from '#db/client.server.ts';
import { analyze } from '#db/sql.server.ts';
import { type Chance, chanceOf } from './chance.ts';
import type { Form } from './content/firms.ts';
import { SORTS, STEMS } from './content/many-firms.ts';
import { PEOPLE } from './content/people.ts';
import { PLACES, type Place, type Point } from './content/places.ts';
import { loadTown, type Progress } from './load-town.server.ts';
import type { FirmPlan } from './town-plan.ts';

const SEED = 161;
const FIRMS = 5_000;
const TALKS = 50_000;
/** Five years of talks. */
const DAYS = 1_825;

/**
 * Fills a migrated, empty database with a municipality at full size: 12 districts, 5,000 firms with about 7,000
 * sites, 50,000 talks with their follow-ups. The demo people are the same as in the demo.
 */
export async function seedMunicipality({ password }: { password: string }, progress?: Progress): Promise<void> {
	const passwordHash = await hashPassword(password);
	const places = [...PLACES, ...furtherPlaces()];
	const open = Object.fromEntries(
		PEOPLE.filter(({ talks }) => talks > 0).map(({ email }) => [email, Array.from({ length: 40 }, (_, at) => at - 12)]),
	);
	await loadTown(
		{
			seed: SEED,
			today: today(),
			people: PEOPLE,
			places,
			firms: manyFirms(places, chanceOf(SEED)),
			talks: TALKS,
			days: DAYS,
			openFollowUps: open,
			properties: 150,
			visits: { 'erhverv@distrikt.example': Array.from({ length: 12 }, (_, at) => at) },
			busy: 'erhverv@distrikt.example',
			passwordHash,
		},
		{ inOneGo: false, progress },
	);
	await write(analyze);
}

/** Six more districts east of the centre, two rows of three. */
function furtherPlaces(): Place[] {
	const names = ['Fabelparken', 'Kladdekvarteret', 'Modelhaven', 'Prøvemarken', 'Skitsekrogen', 'Eksempelengen'];
	const colours = ['red', 'olive', 'teal', 'blue', 'orange', 'green'] as const;
	return names.map((name, at) => {
		const [x, y] = [12.4085 + (at % 3) * 0.0058, 55.6755 + Math.floor(at / 3) * 0.0085];
		const outline = Array.from({ length: 12 }, (_, corner): Point => {
			const turn = (corner / 12) * 2 * Math.PI;
			return [Number((x + 0.0026 * Math.cos(turn)).toFixed(5)), Number((y + 0.0038 * Math.sin(turn)).toFixed(5))];
		});
		return {
			slug: name.toLowerCase().replaceAll('ø', 'oe'),
			name,
			colour: colours[at] ?? 'teal',
			identity: `${name} er et opdigtet område, der kun findes for at fylde kommunen op.`,
			targets: ['62', '71'],
			responsible: 'sofie.skitsegaard@distrikt.example',
			outline,
			streets: [
				{ name: `${name}s Allé`, from: [x - 0.002, y], to: [x + 0.002, y] },
				{ name: `${name}s Tværvej`, from: [x, y - 0.003], to: [x, y + 0.003] },
			],
		};
	});
}

function manyFirms(places: readonly Place[], chance: Chance): FirmPlan[] {
	const names = STEMS.flatMap((stem) => SORTS.map((sort) => ({ stem, sort })));
	return chance.some(names, FIRMS).map(({ stem, sort }): FirmPlan => {
		const heads = headsByChance(chance);
		const place = chance.pick(places).slug;
		const branches = chance.weighted([
			[0, 68],
			[1, 24],
			[2, 6],
			[3, 2],
		] as const);
		const form = chance.weighted([
			['ApS', 50],
			['A/S', heads > 20 ? 40 : 8],
			['ENK', heads < 10 ? 25 : 1],
			['I/S', 6],
			['P/S', 3],
		] as const) satisfies Form;
		const [status, statusGroup] = chance.weighted([
			[['NORMAL', 'active'], 955],
			[['UNDER KONKURS', 'distress'], 12],
			[['UNDER REKONSTRUKTION', 'distress'], 5],
			[['UNDER FRIVILLIG LIKVIDATION', 'distress'], 6],
			[['OPLØST EFTER KONKURS', 'ceased'], 22],
		] as const);
		return {
			name: `${stem} ${sort.name}`,
			form,
			nace: sort.nace,
			trade: sort.trade,
			heads,
			place,
			branches: chance.some(
				places.map(({ slug }) => slug).filter((slug) => slug !== place),
				branches,
			),
			status,
			statusGroup,
			isRegistered: chance.happens(0.97),
		};
	});
}

/** Most firms are small. */
function headsByChance(chance: Chance): number {
	const [low, high] = chance.weighted([
		[[0, 0], 9],
		[[1, 1], 16],
		[[2, 4], 25],
		[[5, 9], 19],
		[[10, 19], 14],
		[[20, 49], 10],
		[[50, 99], 4],
		[[100, 199], 2],
		[[200, 700], 1],
	] as const);
	return chance.between(low, high);
}
