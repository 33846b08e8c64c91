import { and, eq } from 'drizzle-orm';
import { can } from '#app/auth/policy.ts';
import { districtOptions, idOfDistrict } from '#app/districts/queries.server.ts';
import { named } from '#app/i18n/format.ts';
import { source } from '#app/lists/source.server.ts';
import { issues } from '#db/schema/index.ts';
import { ISSUE_STATES } from '#db/vocabulary.ts';
import { ISSUE_LIST } from './list.tsx';
import { type IssueLine, lines, readable, topicChoices } from './queries.server.ts';

/** All matters the viewer may read, latest first. */
export const issueList = source({
	list: ISSUE_LIST,
	may: (viewer) => can(viewer, 'see', 'issue'),
	choices: {
		topic: async () => (await topicChoices()).map((topic) => ({ value: topic.id, label: named(topic) })),
		district: districtOptions,
	},
	ask(viewer, { is }) {
		const state = ISSUE_STATES.find((one) => one === (is.state ?? 'open'));
		const { openedOn, id } = issues;
		const where = and(
			readable(viewer),
			state && eq(issues.state, state),
			is.topic ? eq(issues.topicId, is.topic) : undefined,
			is.district ? eq(issues.districtId, idOfDistrict(is.district)) : undefined,
		);
		return {
			read: (which, order, limit) =>
				lines()
					.where(and(where, which))
					.orderBy(...order)
					.limit(limit),
			order: { by: { openedOn, id }, isDescending: true },
		};
	},
	rows: (_viewer, found): IssueLine[] =>
		found.map(({ id, title, topic, state, openedOn, resolvedOn, outcome, company, landowner, district, owner }) => ({
			...{ id, title, topic, state, openedOn, resolvedOn, outcome, company, landowner, district, owner },
		})),
});
