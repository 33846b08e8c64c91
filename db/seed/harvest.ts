import { dayAfter, momentOn } from './calendar.ts';
import type { Chance } from './chance.ts';
import { ISSUES, LACKED, LACKED_ANYWHERE } from './content/matters.ts';
import type { References, Talk, Town, TownPlan } from './town-plan.ts';

/** What the talks yielded: the skills firms lack, and the matters that come up again and again. */
export function harvest(town: Town, plan: TownPlan, references: References, talks: readonly Talk[], chance: Chance) {
	for (const talk of talks) if (talk.theme.isAboutPeople && !talk.isOver && chance.happens(0.5)) nameNeed(town, plan, references, talk, chance);
	for (const district of town.districts)
		for (const issue of chance.some(ISSUES, 3)) followIssue(town, plan, references, talks, district, issue, chance);
}

function nameNeed(town: Town, plan: TownPlan, references: References, talk: Talk, chance: Chance) {
	const [wording, skill] = chance.pick(LACKED[talk.trade] ?? LACKED_ANYWHERE);
	const at = talk.row.createdAt;
	const isOld = talk.heldOn < dayAfter(plan.today, -150);
	town.skillNeeds.push({
		id: chance.id(at),
		companyId: talk.companyId,
		siteId: talk.siteId,
		skillId: (skill && references.skills.get(skill)) ?? null,
		wording,
		level: chance.happens(0.7) ? chance.between(1, 4) : null,
		people: chance.happens(0.9) ? chance.between(1, 4) : null,
		byOn: chance.happens(0.6) ? dayAfter(talk.heldOn, chance.between(30, 240)) : null,
		certainty: chance.weighted([
			['certain', 3],
			['likely', 5],
			['possible', 2],
		] as const),
		state: isOld
			? chance.weighted([
					['met', 4],
					['dropped', 2],
					['open', 3],
				] as const)
			: 'open',
		dialogueId: talk.id,
		unitId: talk.unitId,
		createdAt: at,
		updatedAt: at,
	});
}

/** An issue of the district, raised in one open talk and named again in others. */
function followIssue(
	town: Town,
	plan: TownPlan,
	references: References,
	talks: readonly Talk[],
	district: Town['districts'][number],
	[title, topicKey, outcome]: (typeof ISSUES)[number],
	chance: Chance,
) {
	const near = talks.filter(({ districtId, row }) => districtId === district.id && row.confidentiality === 'open');
	const named = chance.some(near, chance.between(2, 4)).sort((a, b) => (a.heldOn < b.heldOn ? -1 : 1));
	const [first] = named;
	if (!first) return;
	const id = chance.id(first.row.createdAt);
	const isResolved = outcome !== null && first.heldOn < dayAfter(plan.today, -60);
	town.issues.push({
		id,
		title: title.replace('{gade}', first.street).replace('{område}', district.name),
		topicId: references.topics.get(topicKey)?.id ?? null,
		companyId: first.companyId,
		districtId: district.id,
		state: isResolved ? 'resolved' : 'open',
		openedOn: first.heldOn,
		resolvedOn: isResolved ? dayAfter(plan.today, -20) : null,
		outcome: isResolved ? outcome : null,
		raisedInId: first.id,
		ownerId: first.authorId,
		unitId: first.unitId,
		createdAt: first.row.createdAt,
		updatedAt: isResolved ? momentOn(dayAfter(plan.today, -20), 12) : first.row.createdAt,
	});
	for (const { id: dialogueId } of named) town.dialogueIssues.push({ dialogueId, issueId: id });
}
