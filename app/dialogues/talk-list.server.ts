import { and, eq, exists, gte } from 'drizzle-orm';
import { can } from '#app/auth/policy.ts';
import { noteReadable, within } from '#app/auth/scope.server.ts';
import { addDays } from '#app/days/days.ts';
import { districtOptions, idOfDistrict } from '#app/districts/queries.server.ts';
import { named, today } from '#app/i18n/format.ts';
import { source } from '#app/lists/source.server.ts';
import { db } from '#db/client.server.ts';
import { dialogues, timelineEntries } from '#db/schema/index.ts';
import { CHANNELS } from '#db/vocabulary.ts';
import { TALK_LIST } from './list.tsx';
import { headings, withParts } from './parts.server.ts';
import { programmeChoices, talkers } from './queries.server.ts';
import { onTopic } from './timelines.server.ts';

/** All talks the viewer may know of, newest first; by a topic only those whose topics the viewer may read are found. */
export const talkList = source({
	list: TALK_LIST,
	may: (viewer) => can(viewer, 'see', 'dialogue'),
	choices: {
		district: districtOptions,
		topic: async () => (await programmeChoices()).topics.map((topic) => ({ value: topic.id, label: named(topic) })),
		person: async (viewer) => (await talkers(viewer)).map(({ id, name }) => ({ value: id, label: name })),
	},
	ask(viewer, { is }) {
		const channel = CHANNELS.find((one) => one === is.channel);
		const { heldOn, id } = dialogues;
		const where = and(
			within(viewer, 'dialogues'),
			is.district ? exists(inDistrict(is.district)) : undefined,
			is.topic ? and(noteReadable(viewer), exists(onTopic(is.topic))) : undefined,
			is.person ? eq(dialogues.authorId, is.person) : undefined,
			channel && eq(dialogues.channel, channel),
			is.period ? gte(heldOn, addDays(today(), -Number(is.period))) : undefined,
		);
		return {
			read: (which, order, limit) =>
				headings(viewer)
					.where(and(where, which))
					.orderBy(...order)
					.limit(limit),
			order: { by: { heldOn, id }, isDescending: true },
		};
	},
	rows: withParts,
});

const inDistrict = (slug: string) =>
	db
		.select({ id: timelineEntries.recordId })
		.from(timelineEntries)
		.where(
			and(
				eq(timelineEntries.scopeKind, 'district'),
				eq(timelineEntries.scopeId, idOfDistrict(slug)),
				eq(timelineEntries.heldOn, dialogues.heldOn),
				eq(timelineEntries.recordId, dialogues.id),
			),
		);
