import { createSessionFor } from '#app/auth/session.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { boundsOf } from '#app/districts/placing.server.ts';
import { write } from '#db/client.server.ts';
import { sortName } from '#db/fold.ts';
import { newId } from '#db/new-id.ts';
import { districts, memberships, units, users } from '#db/schema/index.ts';
import type { Role } from '#db/vocabulary.ts';
import { make } from './make.ts';

// The named cast of the tests: who they are, where they work, which firms they meet.

export interface World {
	units: { business: string; employment: string; management: string; it: string; planning: string };
	/** Business consultant in Erhvervsservice. */
	anna: Viewer;
	/** Employment consultant in Beskæftigelse. */
	bo: Viewer;
	/** Manager in Ledelse. */
	lene: Viewer;
	/** Administrator in Digitalisering. */
	adam: Viewer;
	/** Business consultant in another unit, Plan og Byg. */
	siri: Viewer;
	/** District around 12.40 E, 55.68 N. */
	ejby: { id: string; slug: string };
	/** District east of it, 12.42 E, 55.68 N. */
	kirkebjerg: { id: string; slug: string };
	/** Machine works in Ejby, CVR 99000015, main site with P-number. */
	demolund: { id: string; siteId: string; name: string };
	/** Bakery in Kirkebjerg without CVR. */
	prøvebageriet: { id: string; siteId: string; name: string };
	/** A fund that owns Fabriksvej 2 and half of the corner plot; no firm of the register. */
	prøvefonden: { id: string; name: string };
	/** A person who owns the other half of the corner plot. */
	ole: { id: string; name: string };
	/** In Ejby, 12,000 m² of land, owned by Prøvefonden alone. */
	fabriksvej: { id: string; name: string };
	/** In Kirkebjerg, 5,000 m² of land, owned by Prøvefonden and Ole. */
	hjørnegrunden: { id: string; name: string };
}

/** Cookie header of a fresh sign-in, for `call` and for HTTP tests. */
export async function signedIn(viewer: Viewer): Promise<string> {
	const { cookie } = await createSessionFor(viewer.id);
	return cookie.split(';')[0] ?? '';
}

const square = (west: number, south: number, east: number, north: number) => ({
	type: 'Polygon' as const,
	coordinates: [
		[
			[west, south],
			[east, south],
			[east, north],
			[west, north],
			[west, south],
		],
	],
});

/** Builds the cast into this test file's database; call it once, in `beforeAll`. */
export async function buildWorld(): Promise<World> {
	const unitIds = { business: newId(), employment: newId(), management: newId(), it: newId(), planning: newId() };
	const dates = { createdAt: new Date(), updatedAt: new Date() };
	await write(async (tx) => {
		await tx.insert(units).values([
			{ id: unitIds.business, name: 'Erhvervsservice', ...dates },
			{ id: unitIds.employment, name: 'Beskæftigelse', ...dates },
			{ id: unitIds.management, name: 'Ledelse', ...dates },
			{ id: unitIds.it, name: 'Digitalisering', ...dates },
			{ id: unitIds.planning, name: 'Plan og Byg', ...dates },
		]);
	});
	const person = async (name: string, email: string, unitId: string, unitName: string, role: Role): Promise<Viewer> => {
		const id = newId();
		await write(async (tx) => {
			await tx.insert(users).values({ id, name, sortName: sortName(name), email, ...dates });
			await tx.insert(memberships).values({ id: newId(), userId: id, unitId, role });
		});
		return { id, name, email, language: 'da', theme: 'system', hasShortcuts: true, memberships: [{ unitId, unitName, role }] };
	};
	const anna = await person('Anna Prøvesen', 'anna@distrikt.example', unitIds.business, 'Erhvervsservice', 'consultant');
	const bo = await person('Bo Eksempelholt', 'bo@distrikt.example', unitIds.employment, 'Beskæftigelse', 'employment');
	const lene = await person('Lene Demodahl', 'lene@distrikt.example', unitIds.management, 'Ledelse', 'manager');
	const adam = await person('Adam Testrup', 'adam@distrikt.example', unitIds.it, 'Digitalisering', 'administrator');
	const siri = await person('Siri Forsøgsen', 'siri@distrikt.example', unitIds.planning, 'Plan og Byg', 'consultant');

	const ejby = { id: newId(), slug: 'ejby' };
	const kirkebjerg = { id: newId(), slug: 'kirkebjerg' };
	await write(async (tx) => {
		const west = square(12.39, 55.67, 12.41, 55.69);
		const east = square(12.41, 55.67, 12.43, 55.69);
		await tx.insert(districts).values([
			{ ...ejby, no: 1, name: 'Ejby', sortName: sortName('Ejby'), boundary: west, ...boundsOf(west), ...dates },
			{ ...kirkebjerg, no: 2, name: 'Kirkebjerg', sortName: sortName('Kirkebjerg'), boundary: east, ...boundsOf(east), ...dates },
		]);
	});
	const demolund = await make.company({
		name: 'Demolund Maskinfabrik ApS',
		cvr: '99000015',
		site: { pNumber: '1099000011', address: 'Prøvevej 4', postalCode: '2600', city: 'Glostrup', lat: 55.68, lon: 12.4, districtId: ejby.id },
	});
	const prøvebageriet = await make.company({
		name: 'Prøvebageriet',
		site: { address: 'Eksempelgade 12', postalCode: '2600', city: 'Glostrup', lat: 55.68, lon: 12.42, districtId: kirkebjerg.id },
	});
	const prøvefonden = await make.landowner({ name: 'Prøvefonden Ejendomme', kind: 'fund', city: 'Glostrup' });
	const ole = await make.landowner({ name: 'Ole Ejerprøve', kind: 'person', phone: '00 11 22 33' });
	const fabriksvej = await make.property({
		name: 'Fabriksprøvevej 2',
		address: 'Fabriksprøvevej 2',
		postalCode: '2600',
		city: 'Glostrup',
		districtId: ejby.id,
		districtSource: 'manual',
		landArea: 12_000,
		floorArea: 4_500,
		owners: [prøvefonden],
	});
	const hjørnegrunden = await make.property({
		name: 'Hjørneprøvegrunden',
		districtId: kirkebjerg.id,
		districtSource: 'manual',
		landArea: 5_000,
		owners: [prøvefonden, ole],
	});
	return { units: unitIds, anna, bo, lene, adam, siri, ejby, kirkebjerg, demolund, prøvebageriet, prøvefonden, ole, fabriksvej, hjørnegrunden };
}
