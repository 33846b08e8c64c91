import { formatMoment } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { channelLabel } from '#app/touches/channel-labels.ts';
import { Facts, Section } from '#app/ui/page.tsx';
import type { PersonMet } from '../people.server.ts';
import type { TalkInFull } from '../queries.server.ts';
import { reasonLabel } from '../reason-labels.ts';

/** How a talk was held, by whom and with whom, and when it was written down. */
export function TalkFacts({ talk }: { talk: TalkInFull }) {
	const isRevised = talk.updatedAt.getTime() !== talk.createdAt.getTime();
	return (
		<Section title={m.dialogues_show_facts()}>
			<Facts
				items={[
					{ label: m.dialogues_channel(), value: channelLabel(talk.channel) },
					{ label: m.dialogues_show_who(), value: `${talk.author.name}, ${talk.unit.name}` },
					...(talk.colleagues.length > 0 ? [{ label: m.dialogues_colleagues(), value: talk.colleagues.map(({ name }) => name).join(', ') }] : []),
					...(talk.contacts.length > 0 ? [{ label: m.dialogues_show_met(), value: <PeopleMetLinks people={talk.contacts} /> }] : []),
					...(talk.journalReference ? [{ label: m.dialogues_journal(), value: talk.journalReference }] : []),
					...(talk.confidentialityReason ? [{ label: m.dialogues_show_reason(), value: reasonLabel(talk.confidentialityReason) }] : []),
				]}
			/>
			<p className="mt-3 text-muted text-sm">
				{m.dialogues_show_logged_at({ at: formatMoment(talk.createdAt) })}
				{isRevised && `, ${m.dialogues_show_revised_at({ at: formatMoment(talk.updatedAt) })}`}
			</p>
		</Section>
	);
}

/** The people met, with the title of that day; those put away since have no page any more. */
function PeopleMetLinks({ people }: { people: readonly PersonMet[] }) {
	return (
		<ul className="flex flex-wrap gap-x-4">
			{people.map(({ id, name, title, isPresent }) => (
				<li key={id}>
					{isPresent ? (
						<a
							href={paths.contact(id)}
							className="inline-flex min-h-6 items-center underline decoration-line underline-offset-2 hover:decoration-current"
						>
							{name}
						</a>
					) : (
						name
					)}
					{title && <span className="text-muted">, {title}</span>}
				</li>
			))}
		</ul>
	);
}
