import { and, asc, eq, lte } from 'drizzle-orm';
import { can } from '#app/auth/policy.ts';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { addDays } from '#app/days/days.ts';
import { districtOptions } from '#app/districts/queries.server.ts';
import { named, today } from '#app/i18n/format.ts';
import { source } from '#app/lists/source.server.ts';
import { paths } from '#app/paths.ts';
import { db } from '#db/client.server.ts';
import { districts, skillNeeds, skills } from '#db/schema/index.ts';
import { NEED_STATES } from '#db/vocabulary.ts';
import { NEED_LIST, type NeedRow } from './list.tsx';
import { lines } from './queries.server.ts';
import { readably } from './rights.server.ts';

/** All needs, the nearest day first, undated last. */
export const needList = source({
	list: NEED_LIST,
	may: (viewer) => can(viewer, 'see', 'need'),
	choices: {
		district: districtOptions,
		skill: async (viewer) => (await skillsNeeded(viewer)).map((skill) => ({ value: skill.id, label: named(skill) })),
	},
	ask(viewer, { is }) {
		const state = NEED_STATES.find((one) => one === (is.state ?? 'open'));
		const { byOn, id } = skillNeeds;
		const where = and(
			within(viewer, 'skillNeeds'),
			state && eq(skillNeeds.state, state),
			is.skill ? eq(skillNeeds.skillId, is.skill) : undefined,
			is.group ? eq(skills.groupKey, is.group) : undefined,
			is.district ? eq(districts.slug, is.district) : undefined,
			is.within ? lte(byOn, addDays(today(), Number(is.within))) : undefined,
		);
		return {
			read: (which, order, limit) =>
				lines(viewer)
					.where(and(where, which))
					.orderBy(...order)
					.limit(limit),
			order: { by: { byOn, id }, empty: 'last' },
		};
	},
	rows: (viewer, found): NeedRow[] => {
		// Rows lead to their edit page; for others, and where the wording is closed, to the talk they were named in.
		const mayRevise = can(viewer, 'record', 'need');
		return found.map(readably).map(({ id, wording, isClosed, skill, level, people, byOn, certainty, state, company, districtName, dialogueId }) => ({
			...{ id, wording, skill, level, people, byOn, certainty, state, company, districtName },
			href: mayRevise && !isClosed ? paths.editNeed(id) : dialogueId && paths.dialogue(dialogueId),
		}));
	},
});

/** Skills that some need names, for the list's filter. */
const skillsNeeded = (viewer: Viewer) =>
	db
		.selectDistinct({ id: skills.id, nameDa: skills.nameDa, nameEn: skills.nameEn, sortName: skills.sortName })
		.from(skillNeeds)
		.innerJoin(skills, eq(skills.id, skillNeeds.skillId))
		.where(within(viewer, 'skillNeeds'))
		.orderBy(asc(skills.sortName), asc(skills.id))
		.limit(300);
