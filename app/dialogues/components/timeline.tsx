import { FollowUpMark } from '#app/follow-ups/components/follow-up-mark.tsx';
import { formatDayShort, named, today } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { subjectIcon } from '#app/subjects/labels.ts';
import type { SubjectLink } from '#app/subjects/links.server.ts';
import { channelIcon, channelLabel } from '#app/touches/labels.ts';
import { Badge } from '#app/ui/badge.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { Row, RowList } from '#app/ui/row-list.tsx';
import type { TalkEntry } from '../parts.server.ts';

interface TimelineProps {
	entries: readonly TalkEntry[];
	/** Address of the older entries; null or left out where there are none. */
	next?: string | null;
	/** What the list is of, for screen readers. */
	label?: string;
	/** Lists across firms lead with whom one talked; a firm's own timeline with when. */
	leadsWithFirm?: boolean;
	/** Ids of what the page is about: named by its heading, not by each entry again. */
	without?: readonly string[];
	/** Left out where all the talks are the viewer's own. */
	withAuthor?: boolean;
}

/** Talks, newest first: when, how, who, with whom, what was said, what follows. */
export function Timeline({ entries, next = null, label = m.dialogues_timeline(), ...shown }: TimelineProps) {
	return (
		<>
			<RowList label={label}>
				{entries.map((entry) => (
					<TalkRow key={entry.id} entry={entry} {...shown} />
				))}
			</RowList>
			{next && (
				<div className="mt-3" data-screen-only>
					<ButtonLink to={next} size="sm" rel="next">
						{m.dialogues_timeline_older()}
					</ButtonLink>
				</div>
			)}
		</>
	);
}

type RowProps = { entry: TalkEntry } & Pick<TimelineProps, 'leadsWithFirm' | 'without' | 'withAuthor'>;

function TalkRow({ entry, leadsWithFirm = false, without = [], withAuthor = true }: RowProps) {
	const when = [channelLabel(entry.channel), formatDayShort(entry.heldOn, today()), entry.heldAtTime].filter(Boolean).join(' · ');
	const firm = leadsWithFirm ? entry.subjects[0] : undefined;
	const subjects = entry.subjects.filter((subject) => subject !== firm && !without.includes(subject.ref));
	return (
		<Row
			href={paths.dialogue(entry.id)}
			leading={<Icon name={channelIcon(entry.channel)} size={18} />}
			title={firm?.name ?? when}
			text={<TalkText entry={entry} />}
			meta={
				<>
					{firm && <span>{when}</span>}
					{withAuthor && (
						<span>
							{entry.author.name}, {entry.unit.name}
						</span>
					)}
					{entry.confidentiality === 'confidential' && entry.isNoteReadable && (
						<Badge tone="warning" icon="lock">
							{m.dialogues_confidential()}
						</Badge>
					)}
					<Subjects subjects={subjects} />
					{entry.topics.map((topic) => (
						<Badge key={topic.id}>{named(topic)}</Badge>
					))}
					{entry.followUps.map((followUp) => (
						<FollowUpMark key={followUp.id} followUp={followUp} withText />
					))}
				</>
			}
		/>
	);
}

function TalkText({ entry }: { entry: TalkEntry }) {
	if (!entry.isNoteReadable) return <Withheld unit={entry.unit.name} />;
	return entry.note ? <span className="whitespace-pre-line">{entry.note}</span> : <span className="text-muted">{m.dialogues_no_note()}</span>;
}

/** Says that there is more, and who reads it. */
export function Withheld({ unit }: { unit: string }) {
	return (
		<span className="inline-flex items-start gap-1.5 text-muted">
			<Icon name="lock" size={14} className="mt-1" />
			{m.dialogues_confidential_readers({ unit })}
		</span>
	);
}

/** Links above the row's own link. */
export function Subjects({ subjects }: { subjects: readonly SubjectLink[] }) {
	return subjects.map((subject) => (
		<a key={subject.kind + subject.ref} href={addressOf(subject)} className="row-link">
			<Icon name={subjectIcon(subject.kind)} size={13} />
			{subject.name}
		</a>
	));
}

const ADDRESS: Record<SubjectLink['kind'], (ref: string) => string> = {
	company: paths.company,
	site: paths.site,
	landowner: paths.landowner,
	property: paths.property,
	district: paths.district,
};
const addressOf = ({ kind, ref }: SubjectLink): string => ADDRESS[kind](ref);
