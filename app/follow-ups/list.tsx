import { formatDay, formatDayShort, today } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import type { List } from '#app/lists/list.ts';
import { paths } from '#app/paths.ts';
import { Badge } from '#app/ui/badge.tsx';
import { FOLLOW_UP_KINDS, FOLLOW_UP_STATES, type FollowUpState } from '#db/vocabulary.ts';
import { addressOf, EditLink, Whose } from './components/follow-up-list.tsx';
import { FollowUpMark, stateWords } from './components/follow-up-mark.tsx';
import { SettleButton } from './components/settle-buttons.tsx';
import { kindLabel, kindOptions, quarterLabel } from './labels.ts';
import { quarterFrom, quartersBackFrom } from './quarters.ts';
import type { FollowUpItem } from './queries.server.ts';

// The list of everybody's follow-ups: its filters and its columns. Browser-safe.

/** Which of them, besides the open ones: overdue ones are open too. */
const LISTS = ['overdue', 'orphaned', 'done', 'broken', 'dropped'] as const;
/** So many quarters are offered to choose from. */
const OFFERED = 8;

export const stateOf = (list: string | undefined): FollowUpState => FOLLOW_UP_STATES.find((state) => state === list) ?? 'open';

export const FOLLOW_UP_LIST = {
	name: 'follow-ups',
	path: paths.followUps,
	title: m.dialogues_follow_ups_title,
	filterLabel: m.dialogues_follow_ups_filter,
	pagesLabel: m.dialogues_follow_ups_pages,
	filters: {
		list: {
			label: m.dialogues_follow_ups_list,
			accepts: LISTS,
			any: m.dialogues_follow_ups_open_all,
			options: () => [
				{ value: 'overdue', label: m.dialogues_follow_ups_overdue() },
				{ value: 'orphaned', label: m.dialogues_follow_ups_orphaned() },
				{ value: 'done', label: m.dialogues_follow_ups_done() },
				{ value: 'broken', label: m.dialogues_follow_ups_broken() },
				{ value: 'dropped', label: m.dialogues_follow_ups_dropped() },
			],
		},
		kind: {
			label: m.dialogues_follow_ups_kind,
			accepts: [...FOLLOW_UP_KINDS, 'agreed'],
			options: () => [...kindOptions(), { value: 'agreed', label: m.dialogues_follow_ups_no_visits() }],
		},
		// Whom they are for, and the unit that agreed them.
		person: { label: m.dialogues_follow_ups_person, accepts: /^[0-9a-f-]{36}$/ },
		unit: { label: m.dialogues_follow_ups_unit, accepts: /^[0-9a-f-]{36}$/ },
		// In which they were settled; of open ones there is none.
		quarter: {
			label: m.dialogues_follow_ups_quarter,
			accepts: /^\d{4}-q[1-4]$/,
			options: () => quartersBackFrom(today(), OFFERED).map((value) => ({ value, label: quarterLabel(value) })),
			shown: (quarter) => (quarterFrom(quarter) ? quarterLabel(quarter) : undefined),
			fits: ({ is }) => stateOf(is.list) !== 'open',
		},
	},
	sorts: ['day'],
	href: addressOf,
	columns: [
		{ key: 'what', label: m.dialogues_list_what, text: ({ text }) => text ?? m.dialogues_follow_up_hidden(), cell: kindOf, look: 'wrap' },
		{ key: 'kind', label: m.dialogues_follow_ups_kind, text: ({ kind }) => kindLabel(kind), isExportOnly: true },
		{
			key: 'firm',
			label: m.dialogues_subject_company,
			text: ({ company, landowner }) => (company ?? landowner)?.name,
			cell: aboutOf,
		},
		{ key: 'contact', label: m.dialogues_list_contact, text: ({ contact }) => contact?.name, isExportOnly: true },
		{ key: 'due', label: m.dialogues_need_by, text: ({ dueOn }) => dueOn && formatDay(dueOn), cell: dueOf, look: 'fit' },
		{ key: 'settled', label: m.dialogues_list_settled, text: ({ settledOn }) => settledOn && formatDay(settledOn), isExportOnly: true },
		{ key: 'state', label: m.dialogues_need_state, text: stateWords, isExportOnly: true },
		{ key: 'who', label: m.dialogues_follow_ups_person, text: ({ assignee }) => assignee.name, look: 'quiet' },
		{ key: 'unit', label: m.dialogues_follow_ups_unit, text: ({ unit }) => unit.name, isExportOnly: true },
		{ key: 'deeds', label: m.dialogues_list_deeds, text: () => null, cell: deedsOf, look: 'deeds' },
	],
} as const satisfies List<FollowUpItem>;

function kindOf({ kind, state }: FollowUpItem) {
	return state === 'open' && kind !== 'task' && <Badge tone="info">{kind === 'promise' ? m.dialogues_promise() : m.dialogues_visit()}</Badge>;
}

function aboutOf(item: FollowUpItem) {
	return (
		<>
			<Whose item={item} />
			{item.contact && (
				<div>
					<a href={paths.contact(item.contact.id)}>
						<small>{item.contact.name}</small>
					</a>
				</div>
			)}
		</>
	);
}

/** A day gone by says so, with its year. */
function dueOf(item: FollowUpItem) {
	const { state, dueOn, dueAtTime, settledOn } = item;
	if (state !== 'open') {
		return (
			<>
				<FollowUpMark followUp={item} />
				{settledOn && (
					<div>
						<small>{formatDay(settledOn)}</small>
					</div>
				)}
			</>
		);
	}
	if (!dueOn) return <small>{m.dialogues_follow_up_no_day()}</small>;
	if (dueOn < today()) return <Badge tone="danger">{m.dialogues_follow_up_overdue({ day: formatDay(dueOn) })}</Badge>;
	const at = dueAtTime ? ` ${dueAtTime.replace(':', '.')}` : '';
	if (dueOn === today()) return <Badge tone="warning">{m.dialogues_follow_up_due_today() + at}</Badge>;
	return formatDayShort(dueOn, today()) + at;
}

function deedsOf(item: FollowUpItem) {
	if (!item.isSettleable) return null;
	return (
		<div className="row-deeds" data-screen-only>
			{item.text !== null && <EditLink id={item.id} text={item.text} />}
			<SettleButton followUp={item} />
		</div>
	);
}
