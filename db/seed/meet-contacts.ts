import { fold, nameKey, sortName } from '#db/fold.ts';
import { phoneKey } from '#db/phone-key.ts';
import { CONSENT_CHANNELS, CONSENT_PURPOSES } from '#db/vocabulary.ts';
import { dayAfter, firstDay, momentOn } from './calendar.ts';
import type { Chance } from './chance.ts';
import { FIRST_NAMES, OWNER_TITLES, SITE_TITLES, SMALL_FIRM_TITLE, SURNAMES, TITLES } from './content/names.ts';
import { TRADES } from './content/trades.ts';
import { grouped } from './derive-timelines.ts';
import { inventedPhone } from './register.ts';
import type { Town, TownPlan } from './town-plan.ts';

/** Telephone numbers of people lie beyond those of firms and owners. */
const FIRST_PHONE = 30_000;

/** The people of firms, sites and owners in their roles: some with two, some who have moved on. */
export function meetContacts(town: Town, plan: TownPlan, chance: Chance) {
	plan.firms.forEach((firm, no) => {
		const company = town.companies[no];
		if (!company) return;
		const titles = firm.heads < 5 ? [SMALL_FIRM_TITLE] : TITLES[TRADES[firm.trade].kind];
		const count = firm.heads < 5 ? 1 : chance.between(1, Math.min(3, titles.length));
		const mail = company.email?.split('@')[1] ?? `${fold(company.name).replaceAll(' ', '-')}.example`;
		titles.slice(0, count).forEach((title, position) => {
			const contactId = addContact(town, plan, chance, mail);
			addRole(town, plan, chance, { contactId, companyId: company.id, title, isPrimary: position === 0 });
		});
		const branch = town.sites.find((site) => site.companyId === company.id && !site.isMain);
		if (branch) addRole(town, plan, chance, { contactId: addContact(town, plan, chance, mail), siteId: branch.id, title: chance.pick(SITE_TITLES) });
		// Somebody who was there before: the talks of their day keep them.
		if (firm.heads > 15 && chance.happens(0.2)) {
			const toOn = dayAfter(plan.today, -chance.between(30, 200));
			addRole(town, plan, chance, { contactId: addContact(town, plan, chance, mail), companyId: company.id, title: titles[0] ?? null, toOn });
		}
	});
	for (const owner of town.landowners) {
		// A firm's own director speaks for its land; a person for their own.
		const director = owner.companyId && town.contactRoles.find(({ companyId, isPrimary }) => companyId === owner.companyId && isPrimary);
		if (director)
			addRole(town, plan, chance, { contactId: director.contactId, landownerId: owner.id, title: director.title ?? null, isPrimary: true });
		else if (owner.kind !== 'person') {
			const mail = `${fold(owner.name).replaceAll(' ', '-')}.example`;
			const contactId = addContact(town, plan, chance, mail);
			addRole(town, plan, chance, { contactId, landownerId: owner.id, title: chance.pick(OWNER_TITLES), isPrimary: true });
		}
	}
}

function addContact(town: Town, plan: TownPlan, chance: Chance, mail: string): string {
	const at = momentOn(dayAfter(firstDay(plan), 4), 9, town.contacts.length % 60);
	const id = chance.id(at);
	const [first, last] = [chance.pick(FIRST_NAMES), chance.pick(SURNAMES)];
	const name = `${first} ${last}`;
	const phone = chance.happens(0.85) ? inventedPhone(FIRST_PHONE + town.contacts.length) : null;
	const email = chance.happens(0.75) ? `${fold(first)}@${mail}` : null;
	town.contacts.push({
		id,
		name,
		sortName: sortName(name),
		nameKey: nameKey(name),
		phone,
		phoneKey: phoneKey(phone),
		email,
		createdAt: at,
		updatedAt: at,
	});
	if (chance.happens(0.3)) consentTo(town, plan, chance, id);
	return id;
}

function consentTo(town: Town, plan: TownPlan, chance: Chance, contactId: string) {
	const recordedById = chance.pick(town.users.filter(({ email }) => plan.people.some((person) => person.email === email && person.talks > 0))).id;
	for (const purpose of chance.some(CONSENT_PURPOSES, chance.between(1, 2))) {
		const givenOn = dayAfter(plan.today, -chance.between(5, plan.days));
		const answer = chance.happens(0.8) ? ('given' as const) : ('refused' as const);
		const at = momentOn(givenOn, 12);
		const channel = chance.pick(CONSENT_CHANNELS);
		town.consents.push({ id: chance.id(at), contactId, channel, purpose, answer, givenOn, source: 'Sagt på mødet', recordedById, recordedAt: at });
	}
}

type Role = Omit<Town['contactRoles'][number], 'id' | 'createdAt' | 'updatedAt'>;

function addRole(town: Town, plan: TownPlan, chance: Chance, role: Role) {
	const at = momentOn(dayAfter(firstDay(plan), 4), 10);
	const fromOn = dayAfter(plan.today, -chance.between(plan.days + 40, plan.days + 3_000));
	town.contactRoles.push({ fromOn, ...role, id: chance.id(at), createdAt: at, updatedAt: at });
}

/** Whom each talk was with, in the role of its day, and which colleague came along. */
export function namePeopleMet(town: Town, chance: Chance) {
	const subjects = grouped(town.dialogueSubjects);
	const [atFirm, atOwner] = [new Map<string, Town['contactRoles']>(), new Map<string, Town['contactRoles']>()];
	for (const role of town.contactRoles) {
		const [map, key] = role.landownerId ? [atOwner, role.landownerId] : [atFirm, role.companyId ?? ''];
		map.set(key, [...(map.get(key) ?? []), role]);
	}
	const userIds = town.users.map(({ id }) => id);
	for (const { id, heldOn, authorId } of town.dialogues) {
		const [subject] = subjects.get(id) ?? [];
		const known = (subject?.landownerId ? atOwner.get(subject.landownerId) : atFirm.get(subject?.thenCompanyId ?? '')) ?? [];
		const then = known.filter(({ toOn }) => !toOn || toOn >= heldOn);
		const met = new Set<string>();
		for (const role of chance.happens(0.75) ? chance.some(then, chance.happens(0.15) ? 2 : 1) : []) {
			if (met.has(role.contactId)) continue;
			met.add(role.contactId);
			town.dialogueContacts.push({ dialogueId: id, contactId: role.contactId, contactRoleId: role.id, thenTitle: role.title ?? null });
		}
		const colleague = chance.happens(0.1) ? chance.pick(userIds) : authorId;
		if (colleague !== authorId) town.dialogueColleagues.push({ dialogueId: id, userId: colleague });
	}
}
