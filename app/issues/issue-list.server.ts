import { and, eq, exists, isNull } from 'drizzle-orm';
import { peopleOptions } from '#app/auth/people-options.server.ts';
import { can } from '#app/auth/policy.ts';
import { districtOptions, idOfDistrict } from '#app/districts/queries.server.ts';
import { named } from '#app/i18n/format.ts';
import { source } from '#app/lists/source.server.ts';
import { db } from '#db/client.server.ts';
import { issues, users } from '#db/schema/index.ts';
import { ISSUE_STATES } from '#db/vocabulary.ts';
import { ISSUE_LIST } from './list.tsx';
import { type IssueLine, lines, readable, topicChoices, withOwner } from './queries.server.ts';

/** All matters the viewer may read, latest first. */
export const issueList = source({
	list: ISSUE_LIST,
	may: (viewer) => can(viewer, 'see', 'issue'),
	choices: {
		topic: async () => (await topicChoices()).map((topic) => ({ value: topic.id, label: named(topic) })),
		district: districtOptions,
		owner: () =>
			peopleOptions(
				exists(
					db
						.select({ id: issues.id })
						.from(issues)
						.where(and(eq(issues.ownerId, users.id), isNull(issues.archivedAt))),
				),
			),
	},
	ask(viewer, { is }) {
		const state = ISSUE_STATES.find((one) => one === (is.state ?? 'open'));
		const { openedOn, id } = issues;
		const where = and(
			readable(viewer),
			state && eq(issues.state, state),
			is.topic ? eq(issues.topicId, is.topic) : undefined,
			is.district ? eq(issues.districtId, idOfDistrict(is.district)) : undefined,
			is.owner ? eq(issues.ownerId, is.owner) : undefined,
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
		found.map(withOwner).map(({ id, title, topic, state, openedOn, resolvedOn, outcome, company, landowner, district, owner }) => ({
			...{ id, title, topic, state, openedOn, resolvedOn, outcome, company, landowner, district, owner },
		})),
});
