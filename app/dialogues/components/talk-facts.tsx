import { formatDayLong, formatMoment } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { channelLabel } from '#app/touches/labels.ts';
import type { Fact } from '#app/ui/record-head.tsx';
import { reasonLabel } from '../labels.ts';
import type { PersonMet } from '../people.server.ts';
import type { TalkInFull } from '../queries.server.ts';

/** How a talk was held, by whom and with whom. */
export const talkFacts = (talk: TalkInFull): Fact[] => [
	{ label: m.dialogues_held_on(), value: [formatDayLong(talk.heldOn), talk.heldAtTime].filter(Boolean).join(', ') },
	{ label: m.dialogues_channel(), value: channelLabel(talk.channel) },
	{ label: m.dialogues_show_who(), value: `${talk.author.name}, ${talk.unit.name}` },
	...(talk.colleagues.length > 0 ? [{ label: m.dialogues_colleagues(), value: talk.colleagues.map(({ name }) => name).join(', ') }] : []),
	...(talk.contacts.length > 0 ? [{ label: m.dialogues_show_met(), value: <PeopleMetLinks people={talk.contacts} /> }] : []),
	...(talk.confidentialityReason ? [{ label: m.dialogues_show_reason(), value: reasonLabel(talk.confidentialityReason) }] : []),
	...(talk.journalReference ? [{ label: m.dialogues_journal(), value: talk.journalReference }] : []),
];

/** When it was written down. */
export function TalkFootnote({ talk }: { talk: TalkInFull }) {
	const isRevised = talk.updatedAt.getTime() !== talk.createdAt.getTime();
	return (
		<p className="text-muted text-sm">
			{m.dialogues_show_logged_at({ at: formatMoment(talk.createdAt) })}
			{isRevised && `, ${m.dialogues_show_revised_at({ at: formatMoment(talk.updatedAt) })}`}
		</p>
	);
}

/** The people met, with the title of that day; those put away since have no page any more. */
function PeopleMetLinks({ people }: { people: readonly PersonMet[] }) {
	return (
		<ul className="inline-flex flex-wrap gap-x-4">
			{people.map(({ id, name, title, isPresent }) => (
				<li key={id}>
					{isPresent ? <a href={paths.contact(id)}>{name}</a> : name}
					{title && <span className="font-normal text-muted">, {title}</span>}
				</li>
			))}
		</ul>
	);
}
