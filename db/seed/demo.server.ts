import { hashPassword } from '#app/auth/password.server.ts';
import { today } from '#app/i18n/format.ts';
import { FIRMS, STATUSES, UNREGISTERED } from './content/firms.ts';
import { PEOPLE } from './content/people.ts';
import { PLACES } from './content/places.ts';
import { loadTown, type Progress } from './load-town.server.ts';
import type { FirmPlan, TownPlan } from './town-plan.ts';

/** Days from today on which the open follow-ups are due: some overdue, some today, the rest to come. */
const OPEN_FOLLOW_UPS = {
	'erhverv@distrikt.example': [-11, -5, -2, 0, 0, 1, 3, 4, 7, 10, 16],
	'beskaeftigelse@distrikt.example': [-3, 0, 1, 5, 8, 15],
	'sofie.skitsegaard@distrikt.example': [-6, 2, 9],
	'mathias.paafund@distrikt.example': [1, 6],
	'line.fiktivsen@distrikt.example': [-1, 3],
	'yusuf.eksempel@distrikt.example': [4, 12],
};

/** Days from today of the visits to come. */
const VISITS = {
	'erhverv@distrikt.example': [1, 2, 6, 9],
	'beskaeftigelse@distrikt.example': [1, 5, 12],
	'sofie.skitsegaard@distrikt.example': [3, 8],
};

/**
 * Fills a migrated, empty database with the demo municipality: four demo people with this password, their
 * colleagues, six districts, about 150 invented firms and a year of talks up to yesterday. The same day and the
 * same goals and topics give the same rows. All or nothing; fails on a database that
 * holds a demo already.
 */
export async function seedDemo({ password }: { password: string }, progress?: Progress): Promise<void> {
	const passwordHash = await hashPassword(password);
	await loadTown(demoPlan(today(), passwordHash), { inOneGo: true, progress });
}

/** The demo as it looks on this day. */
export const demoPlan = (day: string, passwordHash: string): TownPlan => ({
	seed: 2600,
	today: day,
	people: PEOPLE,
	places: PLACES,
	firms: demoFirms(),
	talks: 460,
	days: 365,
	openFollowUps: OPEN_FOLLOW_UPS,
	properties: 14,
	visits: VISITS,
	busy: 'erhverv@distrikt.example',
	passwordHash,
});

function demoFirms(): FirmPlan[] {
	return Object.entries(FIRMS).flatMap(([place, firms]) =>
		firms.map(([name, form, nace, trade, heads, branches = []]) => {
			const { status = 'NORMAL', group: statusGroup = 'active' } = STATUSES[name] ?? {};
			return { name, form, nace, trade, heads, place, branches, status, statusGroup, isRegistered: !UNREGISTERED.has(name) } as const;
		}),
	);
}
