import { dayAfter, momentOn, workdayFrom } from './calendar.ts';
import type { Chance } from './chance.ts';
import type { Town, TownPlan } from './town-plan.ts';

const MATTERS = ['Se de nye lokaler', 'Følg op på lærlingene', 'Rundvisning og netværk', 'Praktikpladser i foråret'];

/** Visits to come, agreed by themselves: with firms the person knows, so that colleagues see who is on the way. */
export function planVisits(town: Town, plan: TownPlan, chance: Chance) {
	const at = momentOn(dayAfter(plan.today, -2), 10);
	for (const [email, offsets] of Object.entries(plan.visits)) {
		const user = town.users.find((row) => row.email === email);
		const unitId = town.memberships.find(({ userId }) => userId === user?.id)?.unitId;
		if (!user || !unitId) continue;
		const own = new Set(town.companyResponsibles.filter(({ userId }) => userId === user.id).map(({ companyId }) => companyId));
		const firms = town.companies.filter(({ id, statusGroup }) => own.has(id) && statusGroup === 'active');
		for (const [position, firm] of chance.some(firms, offsets.length).entries()) {
			const contactId = town.contactRoles.find(({ companyId, isPrimary }) => companyId === firm.id && isPrimary)?.contactId ?? null;
			town.followUps.push({
				...{ id: chance.id(at), companyId: firm.id, contactId, kind: 'visit', text: chance.pick(MATTERS), assigneeId: user.id, unitId },
				dueOn: workdayFrom(dayAfter(plan.today, offsets[position] ?? 7)),
				dueAtTime: `${String(chance.between(9, 14)).padStart(2, '0')}:${chance.pick(['00', '30'])}`,
				createdAt: at,
				updatedAt: at,
			});
		}
	}
}
