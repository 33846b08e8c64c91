import { boundsOf } from '#app/districts/placing.server.ts';
import { sortName } from '#db/fold.ts';
import { firstDay, momentOn } from './calendar.ts';
import { type Chance, chanceOf } from './chance.ts';
import { UNITS } from './content/people.ts';
import { OUTLINE_NOTE } from './content/places.ts';
import { deriveTimelines } from './derive-timelines.ts';
import { harvest } from './harvest.ts';
import { holdTalks } from './hold-talks.ts';
import { meetContacts, namePeopleMet } from './meet-contacts.ts';
import { planVisits } from './plan-visits.ts';
import { settleFirms } from './settle-firms.ts';
import { shareLand } from './share-land.ts';
import { talkWithOwners } from './talk-with-owners.ts';
import { tieFirms } from './tie-firms.ts';
import type { References, Town, TownPlan } from './town-plan.ts';

// An invented municipality, made whole in memory before the first row is written: the same plan gives the same rows.

export function makeTown(plan: TownPlan, references: References): Town {
	const town: Town = {
		units: [],
		users: [],
		memberships: [],
		districts: [],
		companies: [],
		companyTerms: [],
		sites: [],
		siteDistricts: [],
		dialogues: [],
		dialogueSubjects: [],
		dialogueTopics: [],
		dialogueGoals: [],
		followUps: [],
		timelineEntries: [],
		landowners: [],
		properties: [],
		ownerships: [],
		landownerResponsibles: [],
		contacts: [],
		contactRoles: [],
		consents: [],
		companyResponsibles: [],
		companyCommitments: [],
		dialogueContacts: [],
		dialogueColleagues: [],
		stances: [],
		issues: [],
		dialogueIssues: [],
		skillNeeds: [],
	};
	const chance = chanceOf(plan.seed);
	hirePeople(town, plan, chance);
	drawDistricts(town, plan, chance);
	settleFirms(town, plan, references, chance);
	shareLand(town, plan, chance);
	meetContacts(town, plan, chance);
	tieFirms(town, plan, chance);
	const talks = holdTalks(town, plan, references, chance);
	talkWithOwners(town, plan, references, chance);
	namePeopleMet(town, chance);
	harvest(town, plan, references, talks, chance);
	planVisits(town, plan, chance);
	deriveTimelines(town);
	return town;
}

function hirePeople(town: Town, plan: TownPlan, chance: Chance) {
	const at = momentOn(firstDay(plan), 8);
	const dates = { createdAt: at, updatedAt: at };
	const unitIds = new Map<string, string>();
	for (const [key, name] of Object.entries(UNITS)) {
		const id = chance.id(at);
		unitIds.set(key, id);
		town.units.push({ id, name, ...dates });
	}
	for (const { email, name, unit, role, isDemo } of plan.people) {
		const id = chance.id(at);
		town.users.push({ id, email, name, sortName: sortName(name), passwordHash: isDemo ? plan.passwordHash : null, ...dates });
		town.memberships.push({ id: chance.id(at), userId: id, unitId: unitIds.get(unit) ?? '', role });
	}
}

function drawDistricts(town: Town, plan: TownPlan, chance: Chance) {
	const at = momentOn(firstDay(plan), 9);
	plan.places.forEach((place, position) => {
		const first = place.outline.slice(0, 1);
		const boundary = { type: 'Polygon' as const, coordinates: [[...place.outline, ...first].map(([lon, lat]) => [lon, lat])] };
		town.districts.push({
			id: chance.id(at),
			no: position + 1,
			slug: place.slug,
			name: place.name,
			sortName: sortName(place.name),
			identity: place.identity,
			targetDivisions: place.targets,
			responsibleId: town.users.find(({ email }) => email === place.responsible)?.id ?? null,
			colour: place.colour,
			municipalityCode: '0161',
			boundary,
			boundaryNote: OUTLINE_NOTE,
			...boundsOf(boundary),
			createdAt: at,
			updatedAt: at,
		});
	});
}
