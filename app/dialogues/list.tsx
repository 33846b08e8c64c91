import { formatDay, named } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import type { List } from '#app/lists/list.ts';
import { paths } from '#app/paths.ts';
import { channelLabel, channelOptions } from '#app/touches/labels.ts';
import { CHANNELS } from '#db/vocabulary.ts';
import type { TalkEntry } from './parts.server.ts';

// The list of talks: its filters, and its columns as an export writes them; on screen talks stand as on a timeline. Browser-safe.

/** Days back from today. */
const PERIODS: Record<string, () => string> = {
	7: m.dialogues_period_7,
	30: m.dialogues_period_30,
	90: m.dialogues_period_90,
	365: m.dialogues_period_365,
};

export const TALK_LIST = {
	name: 'dialogues',
	path: paths.dialogues,
	title: m.dialogues_list_title,
	filterLabel: m.dialogues_list_filter,
	pagesLabel: m.dialogues_list_pages,
	filters: {
		district: { label: m.dialogues_list_district, accepts: /^[a-z0-9-]{1,80}$/ },
		topic: { label: m.dialogues_list_topic, accepts: /^[0-9a-f-]{36}$/ },
		person: { label: m.dialogues_list_person, accepts: /^[0-9a-f-]{36}$/ },
		channel: { label: m.dialogues_list_channel, accepts: CHANNELS, options: channelOptions },
		period: {
			label: m.dialogues_list_period,
			accepts: Object.keys(PERIODS),
			options: () => Object.entries(PERIODS).map(([value, label]) => ({ value, label: label() })),
		},
	},
	sorts: ['day'],
	href: ({ id }) => paths.dialogue(id),
	columns: [
		{ key: 'about', label: m.dialogues_subject_company, text: ({ subjects }) => subjects.map(({ name }) => name).join(', ') },
		{ key: 'held', label: m.dialogues_list_day, text: ({ heldOn }) => formatDay(heldOn) },
		{ key: 'channel', label: m.dialogues_list_channel, text: ({ channel }) => channelLabel(channel) },
		{ key: 'author', label: m.dialogues_list_person, text: ({ author }) => author.name },
		{ key: 'unit', label: m.dialogues_follow_ups_unit, text: ({ unit }) => unit.name },
		{ key: 'topics', label: m.dialogues_list_topic, text: ({ topics }) => topics.map(named).join(', ') },
		{ key: 'note', label: m.dialogues_note, text: ({ note }) => note },
	],
} as const satisfies List<TalkEntry>;
