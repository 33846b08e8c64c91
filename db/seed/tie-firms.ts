import { dayAfter, firstDay, momentOn } from './calendar.ts';
import type { Chance } from './chance.ts';
import { COMMITMENTS } from './content/matters.ts';
import type { Town, TownPlan } from './town-plan.ts';

/** Who in each unit knows a firm, and what the firm has said it takes part in. */
export function tieFirms(town: Town, plan: TownPlan, chance: Chance) {
	const staff = plan.people.flatMap(({ email, role, talks }) => {
		const user = town.users.find((row) => row.email === email);
		const unitId = town.memberships.find(({ userId }) => userId === user?.id)?.unitId;
		return user && unitId && talks > 0 ? [{ userId: user.id, unitId, role, talks }] : [];
	});
	const [business, employment] = [staff.filter(({ role }) => role === 'consultant'), staff.filter(({ role }) => role === 'employment')];
	const at = momentOn(dayAfter(firstDay(plan), 3), 9);
	plan.firms.forEach((firm, no) => {
		const company = town.companies[no];
		if (!company || firm.statusGroup === 'ceased') return;
		for (const [people, share] of [
			[business, 0.7],
			[employment, 0.45],
		] as const) {
			if (people.length === 0 || !chance.happens(share)) continue;
			const { userId, unitId } = chance.weighted(people.map((person) => [person, person.talks] as const));
			town.companyResponsibles.push({ id: chance.id(at), companyId: company.id, unitId, userId, fromOn: firstDay(plan) });
		}
		const unitId = employment[0]?.unitId;
		if (!unitId || firm.heads < 5 || !chance.happens(0.4)) return;
		const kinds = new Set<string>();
		for (let count = chance.between(1, 2); count > 0; count -= 1) {
			const [kind, , note] = chance.weighted(COMMITMENTS.map((commitment) => [commitment, commitment[1]] as const));
			if (kinds.has(kind)) continue;
			kinds.add(kind);
			const fromOn = dayAfter(plan.today, -chance.between(20, plan.days));
			const since = momentOn(fromOn, 11);
			const places = kind === 'network' ? null : chance.between(1, firm.heads > 60 ? 5 : 2);
			const toOn = chance.happens(0.15) ? dayAfter(fromOn, 90) : null;
			town.companyCommitments.push({
				id: chance.id(since),
				companyId: company.id,
				kind,
				places,
				note,
				fromOn,
				toOn,
				unitId,
				createdAt: since,
				updatedAt: since,
			});
		}
	});
}
