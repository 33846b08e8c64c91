import { addressKey, nameKey, sortName } from '#db/fold.ts';
import { phoneKey } from '#db/phone-key.ts';
import { dayAfter, firstDay, momentOn } from './calendar.ts';
import type { Chance } from './chance.ts';
import { CADASTRAL_DISTRICTS, OWNERS, USES } from './content/land.ts';
import { inventedPhone } from './register.ts';
import { pointAt } from './settle-firms.ts';
import type { Town, TownPlan } from './town-plan.ts';

/** Large firms own their house from this many heads on. */
const OWNS_FROM_HEADS = 60;
/** Telephone numbers of owners lie beyond those of firms. */
const FIRST_PHONE = 20_000;

/** The owners of the town and who owns what: firms that own their house, firms that let, people, associations, funds, the public. */
export function shareLand(town: Town, plan: TownPlan, chance: Chance) {
	const at = momentOn(dayAfter(firstDay(plan), 2), 9);
	const dates = { createdAt: at, updatedAt: at };
	const letting: string[] = [];
	plan.firms.forEach((firm, no) => {
		const company = town.companies[no];
		if (!company || !firm.isRegistered || firm.statusGroup === 'ceased') return;
		if (firm.trade !== 'property' && firm.heads < OWNS_FROM_HEADS) return;
		const id = chance.id(at);
		town.landowners.push({
			...dates,
			id,
			kind: 'company',
			companyId: company.id,
			name: company.name,
			sortName: company.sortName,
			nameKey: company.nameKey,
		});
		if (firm.trade === 'property') letting.push(id, id, id);
	});
	OWNERS.forEach(([name, kind], no) => {
		const id = chance.id(at);
		const phone = kind === 'public_body' ? null : inventedPhone(FIRST_PHONE + no);
		town.landowners.push({ ...dates, id, kind, name, sortName: sortName(name), nameKey: nameKey(name), phone, phoneKey: phoneKey(phone) });
		letting.push(id);
	});
	ownHouses(town, plan, chance, dates);
	letHouses(town, plan, chance, dates, letting);
	nameResponsibles(town, plan, chance);
}

interface Dates {
	createdAt: Date;
	updatedAt: Date;
}

/** Firms that own the house they sit in. */
function ownHouses(town: Town, plan: TownPlan, chance: Chance, dates: Dates) {
	for (const owner of town.landowners) {
		const site = town.sites.find(({ companyId, isMain }) => companyId === owner.companyId && isMain);
		if (!owner.companyId || !site?.address || site.address.includes(',')) continue;
		const place = town.districts.find(({ id }) => id === site.districtId);
		const propertyId = addProperty(town, chance, dates, {
			name: site.address,
			slug: place?.slug ?? '',
			districtId: site.districtId ?? null,
			lat: site.lat ?? null,
			lon: site.lon ?? null,
		});
		own(town, plan, chance, dates, propertyId, owner.id, null);
	}
}

/** Houses let to others: mostly one owner, some shared, one that does not add up. */
function letHouses(town: Town, plan: TownPlan, chance: Chance, dates: Dates, letting: readonly string[]) {
	const taken = new Set(town.properties.map(({ name }) => name));
	for (const place of plan.places) {
		const districtId = town.districts.find(({ slug }) => slug === place.slug)?.id ?? null;
		for (let count = 0; count < plan.properties; count += 1) {
			const street = chance.pick(place.streets);
			const number = chance.between(1, 96);
			const name = `${street.name} ${number}`;
			if (taken.has(name)) continue;
			taken.add(name);
			const propertyId = addProperty(town, chance, dates, { name, slug: place.slug, districtId, ...pointAt(place, street, number, chance) });
			const owners = chance.some([...new Set(letting)], chance.happens(0.16) ? chance.between(2, 3) : 1);
			const [first = ''] = owners;
			const sole = owners.length === 1 ? chance.pick(letting) : first;
			for (const owner of owners.length === 1 ? [sole] : owners)
				own(town, plan, chance, dates, propertyId, owner, owners.length > 1 ? owners.length : null);
		}
	}
	// A share got lost on the way from the register: the property page says so.
	const shared = town.ownerships.find(({ shareIn }) => shareIn === 3);
	if (shared) shared.shareIn = 4;
}

interface Plot {
	name: string;
	slug: string;
	districtId: string | null;
	lat: number | null;
	lon: number | null;
}

function addProperty(town: Town, chance: Chance, dates: Dates, { slug, name, ...plot }: Plot): string {
	const id = chance.id(dates.createdAt);
	const no = town.properties.length;
	const landArea = chance.between(16, 190) * 100;
	const use = chance.pick(USES);
	town.properties.push({
		...dates,
		...plot,
		id,
		name,
		sortName: sortName(name),
		address: name,
		addressKey: addressKey(name, '2600'),
		postalCode: '2600',
		city: 'Glostrup',
		districtSource: 'point',
		// No register has handed out numbers this high.
		bfe: String(990_000_000 + no * 7),
		cadastralDistrict: CADASTRAL_DISTRICTS[slug] ?? null,
		parcelNo: CADASTRAL_DISTRICTS[slug] ? `${900 + Math.floor(no / 20)}${'abcdefghiklmnopqrstu'[no % 20]}` : null,
		landArea,
		floorArea: use === 'Ubebygget' || use === 'Parkering' ? 0 : Math.round((landArea * chance.between(25, 90)) / 10_000) * 100,
		use,
	});
	return id;
}

function own(town: Town, plan: TownPlan, chance: Chance, dates: Dates, propertyId: string, landownerId: string, among: number | null) {
	const fromOn = dayAfter(plan.today, -chance.between(400, 9_000));
	town.ownerships.push({ ...dates, id: chance.id(dates.createdAt), propertyId, landownerId, shareOf: 1, shareIn: among ?? 1, fromOn });
}

/** Each owner has somebody in the business unit who knows them. */
function nameResponsibles(town: Town, plan: TownPlan, chance: Chance) {
	const consultants = plan.people.filter(({ role }) => role === 'consultant').map(({ email }) => email);
	const at = momentOn(dayAfter(firstDay(plan), 3), 9);
	for (const owner of town.landowners) {
		const somebody = chance.pick(consultants);
		const user = town.users.find(({ email }) => email === somebody);
		const unitId = town.memberships.find(({ userId }) => userId === user?.id)?.unitId;
		if (!user || !unitId || chance.happens(0.2)) continue;
		town.landownerResponsibles.push({ id: chance.id(at), landownerId: owner.id, unitId, userId: user.id, fromOn: firstDay(plan) });
	}
}
