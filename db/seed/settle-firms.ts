import booleanPointInPolygon from '@turf/boolean-point-in-polygon';
import { sizeClassOf, sizeRankOf } from '#app/companies/size.ts';
import { addressKey, fold, nameKey, searchTerms, sortName } from '#db/fold.ts';
import { phoneKey } from '#db/phone-key.ts';
import { dayAfter, firstDay, momentOn } from './calendar.ts';
import type { Chance } from './chance.ts';
import type { Form } from './content/firms.ts';
import type { Place, Point } from './content/places.ts';
import { inventedCvr, inventedPhone, inventedPNumber } from './register.ts';
import type { FirmPlan, References, Town, TownPlan } from './town-plan.ts';

const FORM_CODES: Readonly<Record<Form, string>> = { 'A/S': '60', ApS: '80', 'I/S': '30', ENK: '10', 'P/S': '70', FON: '90', FOR: '110' };
/** Forms that stand in the name. */
const NAMED_FORMS: ReadonlySet<Form> = new Set(['A/S', 'ApS', 'I/S', 'P/S']);

/** Firms with their sites on the streets of their districts, and everything derived of them but the talks. */
export function settleFirms(town: Town, plan: TownPlan, references: References, chance: Chance) {
	const places = new Map(plan.places.map((place) => [place.slug, place]));
	const taken = new Set<string>();
	plan.firms.forEach((firm, no) => {
		const company = companyOf(plan, references, chance, firm, no);
		const slugs = [firm.place, ...firm.branches];
		const heads = shares(firm.heads, slugs.length);
		slugs.forEach((slug, position) => {
			const place = places.get(slug);
			const districtId = town.districts.find((district) => district.slug === slug)?.id ?? null;
			if (!place || !districtId) throw new Error(`No district ${slug} for ${firm.name}`);
			const spot = freeSpot(place, chance, taken);
			const id = chance.id(company.createdAt);
			const isKnown = typeof company.headcount === 'number';
			const own = heads[position] ?? 0;
			const sizeClass = sizeClassOf(own);
			town.sites.push({
				id,
				companyId: company.id,
				pNumber: firm.isRegistered ? inventedPNumber(town.sites.length) : null,
				name: position === 0 ? company.name : `${company.name}, ${place.name}`,
				isMain: position === 0,
				address: spot.address,
				addressKey: addressKey(spot.address, '2600'),
				postalCode: '2600',
				city: 'Glostrup',
				lat: spot.lat,
				lon: spot.lon,
				districtId,
				districtSource: 'point',
				industryCode: company.industryCode,
				industryText: company.industryText,
				division: company.division,
				isProtected: company.isProtected,
				headcount: isKnown ? own : null,
				sizeClass,
				sizeRank: sizeRankOf(sizeClass),
				headcountOn: company.headcountOn,
				headcountSource: company.headcountSource,
				startedOn: company.foundedOn,
				ceasedOn: company.ceasedOn,
				provenance: company.provenance,
				createdAt: company.createdAt,
				updatedAt: company.createdAt,
			});
			town.siteDistricts.push({ id: chance.id(company.createdAt), siteId: id, districtId, source: 'point', fromOn: firstDay(plan) });
			if (position === 0) town.companies.push({ ...company, mainSiteId: id, districtId });
		});
		for (const term of searchTerms([company.name])) town.companyTerms.push({ term, companyId: company.id });
	});
}

function companyOf(plan: TownPlan, references: References, chance: Chance, firm: FirmPlan, no: number) {
	const at = momentOn(dayAfter(firstDay(plan), 1), 9, no % 60);
	const name = NAMED_FORMS.has(firm.form) ? `${firm.name} ${firm.form}` : firm.name;
	const domain = `${fold(firm.name).replaceAll(' ', '-')}.example`;
	// Of some firms the register publishes the class only.
	const isCounted = chance.happens(0.88);
	const sizeClass = sizeClassOf(firm.heads);
	const countedOn = dayAfter(plan.today, -chance.between(12, 210));
	const hasPhone = chance.happens(0.7);
	const hasSite = firm.heads > 4 || chance.happens(0.4);
	const source = { source: firm.isRegistered ? ('cvr' as const) : ('manual' as const), on: firstDay(plan) };
	const counted = { source: source.source, on: countedOn };
	return {
		id: chance.id(at),
		cvr: firm.isRegistered ? inventedCvr(no) : null,
		name,
		sortName: sortName(name),
		nameKey: nameKey(name),
		formCode: firm.isRegistered ? FORM_CODES[firm.form] : null,
		status: firm.isRegistered ? firm.status : null,
		statusGroup: firm.statusGroup,
		industryCode: `${firm.nace}00`,
		industryText: references.industries.get(firm.nace) ?? null,
		industryScheme: 'DB25' as const,
		industryFrom: '2025-01-01',
		division: firm.nace.slice(0, 2),
		isProtected: firm.isRegistered && chance.happens(0.36),
		phone: hasPhone ? inventedPhone(no) : null,
		phoneKey: hasPhone ? phoneKey(inventedPhone(no)) : null,
		email: hasSite ? `kontakt@${domain}` : null,
		website: hasSite && chance.happens(0.8) ? `https://${domain}` : null,
		foundedOn: `${chance.between(firm.heads > 30 ? 1961 : 1994, firm.heads > 10 ? 2016 : 2023)}-${two(chance.between(1, 12))}-${two(chance.between(1, 28))}`,
		ceasedOn: firm.statusGroup === 'ceased' ? dayAfter(plan.today, -chance.between(20, 90)) : null,
		headcount: isCounted ? firm.heads : null,
		sizeClass,
		sizeRank: sizeRankOf(sizeClass),
		headcountOn: countedOn,
		headcountSource: firm.isRegistered ? 'CVR' : 'Oplyst af virksomheden',
		provenance: { name: source, industryCode: source, isProtected: source, headcount: counted },
		createdAt: at,
		updatedAt: at,
	};
}

const two = (number: number) => String(number).padStart(2, '0');

/** Heads per site: more than half at the main one, the rest evenly; together what the firm has. */
function shares(heads: number, count: number): number[] {
	if (count === 1) return [heads];
	const each = Math.floor((heads * 0.4) / (count - 1));
	return [heads - each * (count - 1), ...Array.from({ length: count - 1 }, () => each)];
}

/** An address nobody has yet, with a point inside the outline: numbers run along the street, even ones on the other side. */
function freeSpot(place: Place, chance: Chance, taken: Set<string>) {
	for (;;) {
		const street = chance.pick(place.streets);
		const number = chance.between(1, 96);
		const letter = taken.has(`${street.name} ${number}`) ? chance.pick(['A', 'B', 'C', 'D', 'E', 'F']) : '';
		const floor = taken.has(`${street.name} ${number}${letter}`) ? `, ${chance.between(1, 4)}. ${chance.pick(['tv', 'th'])}` : '';
		const address = `${street.name} ${number}${letter}${floor}`;
		// A full street: several firms in one house is how business districts are.
		if (taken.has(address) && !chance.happens(0.2)) continue;
		taken.add(address);
		return { address, ...pointAt(place, street, number, chance) };
	}
}

/** A point beside a street of the district, at the height of this house number. */
export function pointAt(place: Place, street: Place['streets'][number], number: number, chance: Chance): { lat: number; lon: number } {
	const [ax, ay] = street.from;
	const [bx, by] = street.to;
	const along = number / 97;
	const length = Math.hypot((bx - ax) * 0.56, by - ay);
	// About 25 metres from the middle of the road; a degree of longitude is 0.56 of a degree of latitude here.
	const side = (number % 2 === 0 ? 1 : -1) * (0.00018 + chance.next() * 0.00012);
	let lon = ax + (bx - ax) * along - ((by - ay) / length) * (side / 0.56);
	let lat = ay + (by - ay) * along + (((bx - ax) * 0.56) / length) * side;
	const [cx, cy] = centreOf(place.outline);
	while (!isInside(place.outline, [lon, lat])) {
		lon += (cx - lon) * 0.1;
		lat += (cy - lat) * 0.1;
	}
	return { lat: Number(lat.toFixed(6)), lon: Number(lon.toFixed(6)) };
}

function isInside(outline: readonly Point[], [lon, lat]: Point) {
	const ring = [...outline, ...outline.slice(0, 1)].map(([x, y]) => [x, y]);
	return booleanPointInPolygon([Number(lon.toFixed(6)), Number(lat.toFixed(6))], { type: 'Polygon', coordinates: [ring] });
}

function centreOf(outline: readonly Point[]): Point {
	const [x, y] = outline.reduce(([sx, sy], [lon, lat]) => [sx + lon, sy + lat], [0, 0]);
	return [x / outline.length, y / outline.length];
}
