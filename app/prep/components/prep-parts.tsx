import type { ReactNode } from 'react';
import { PhoneLinks } from '#app/contact-details/components/phone-links.tsx';
import type { ContactLine } from '#app/contacts/contact.ts';
import { consentChannelLabel } from '#app/contacts/labels.ts';
import { Withheld } from '#app/dialogues/components/timeline.tsx';
import type { TalkEntry } from '#app/dialogues/parts.server.ts';
import { FollowUpMark } from '#app/follow-ups/components/follow-up-mark.tsx';
import type { FollowUpItem } from '#app/follow-ups/queries.server.ts';
import { formatDay, formatDayShort, listed, named, today } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { pastWords, plannedWords } from '#app/touches/components/touch-notice.tsx';
import { channelLabel } from '#app/touches/labels.ts';
import type { Touches } from '#app/touches/touches.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Icon } from '#app/ui/icon.tsx';
import type { PrepFlag } from '../flags.ts';

/** A part of the sheet: a heading and lines close under each other. */
export function PrepPart({ title, children }: { title: string; children: ReactNode }) {
	return (
		<section>
			<h2 className="mb-1.5 border-line border-b pb-1 font-semibold text-base print:mb-1 print:pb-0.5">{title}</h2>
			{children}
		</section>
	);
}

/** What to know before ringing the bell, above everything else. */
export function Flags({ flags }: { flags: readonly PrepFlag[] }) {
	if (flags.length === 0) return null;
	return (
		<ul aria-label={m.dialogues_prep_flags()} className="mb-5 flex flex-wrap gap-2 print:mb-3">
			{flags.map((flag) => {
				const words = flagWords(flag);
				return (
					<li key={words}>
						<Badge
							tone={flag.kind === 'never' ? 'info' : flag.kind === 'distress' || flag.kind === 'overdue' ? 'danger' : 'warning'}
							icon="flag"
							wraps
						>
							{words}
						</Badge>
					</li>
				);
			})}
		</ul>
	);
}

function flagWords(flag: PrepFlag): string {
	switch (flag.kind) {
		case 'distress':
			return m.dialogues_prep_flag_distress({ status: flag.status });
		case 'ceased':
			return m.dialogues_prep_flag_ceased({ day: flag.on ? formatDay(flag.on) : '' });
		case 'protected':
			return m.dialogues_prep_flag_protected();
		case 'never':
			return m.dialogues_prep_flag_never();
		case 'silent':
			return m.dialogues_prep_flag_silent({ day: formatDay(flag.since) });
		case 'overdue':
			return flag.count === 1 ? m.dialogues_prep_flag_overdue_one() : m.dialogues_prep_flag_overdue({ count: flag.count });
		case 'refuses':
			return m.dialogues_prep_flag_refuses({
				name: flag.name,
				channels: listed(flag.channels.map((channel) => consentChannelLabel(channel).toLowerCase())),
			});
	}
}

/** Promises first, then tasks and visits, each with its day, to whom and by whom. */
export function Agreed({ followUps }: { followUps: readonly FollowUpItem[] }) {
	return (
		<PrepPart title={m.dialogues_prep_promises()}>
			{followUps.length === 0 && <p className="text-muted">{m.dialogues_prep_promises_none()}</p>}
			<ul className="grid gap-1.5 print:gap-1">
				{followUps.map((item) => (
					<li key={item.id}>
						<FollowUpMark followUp={item} /> <span className="font-medium">{item.text ?? m.dialogues_follow_up_hidden()}</span>{' '}
						<span className="text-muted text-sm">
							{[
								item.contact &&
									(item.kind === 'visit' ? m.dialogues_follow_up_with_whom : m.dialogues_follow_up_to_whom)({ name: item.contact.name }),
								m.dialogues_follow_up_by({ name: item.assignee.name }),
							]
								.filter(Boolean)
								.join(' · ')}
						</span>
					</li>
				))}
			</ul>
		</PrepPart>
	);
}

/** The last talks with what was said. */
export function LatestTalks({ talks }: { talks: readonly TalkEntry[] }) {
	return (
		<PrepPart title={m.dialogues_prep_talks()}>
			{talks.length === 0 && <p className="text-muted">{m.dialogues_prep_talks_none()}</p>}
			<ul className="grid gap-3 print:gap-2">
				{talks.map((talk) => (
					<li key={talk.id}>
						<p className="flex flex-wrap items-baseline gap-x-2">
							<a href={paths.dialogue(talk.id)} className="inline-block min-h-6 font-medium hover:underline print:min-h-0">
								{formatDayShort(talk.heldOn, today())} · {channelLabel(talk.channel)}
							</a>
							<span className="text-muted text-sm">
								{talk.author.name}, {talk.unit.name}
							</span>
						</p>
						{talk.isNoteReadable ? (
							<p className="max-w-prose whitespace-pre-line text-pretty">{talk.note ?? m.dialogues_no_note()}</p>
						) : (
							<Withheld unit={talk.unit.name} />
						)}
						{talk.topics.length > 0 && <p className="text-muted text-sm">{talk.topics.map((topic) => named(topic)).join(' · ')}</p>}
					</li>
				))}
			</ul>
		</PrepPart>
	);
}

/** Whom to ask for, each to be called at one press. */
export function People({ contacts }: { contacts: readonly ContactLine[] }) {
	return (
		<PrepPart title={m.dialogues_prep_contacts()}>
			{contacts.length === 0 && <p className="text-muted">{m.dialogues_prep_contacts_none()}</p>}
			<ul className="grid gap-1.5 print:gap-0.5">
				{contacts.map(({ roleId, contactId, name, title, phone }) => (
					<li key={roleId} className="flex flex-wrap items-baseline gap-x-2">
						<a href={paths.contact(contactId)} className="inline-block min-h-6 font-medium hover:underline print:min-h-0">
							{name}
						</a>
						{title && <span className="text-muted text-sm">{title}</span>}
						{phone && <PhoneLinks phone={phone} />}
					</li>
				))}
			</ul>
		</PrepPart>
	);
}

/** Colleagues who were or will be there. */
export function Others({ touches }: { touches: Touches }) {
	const words = [...touches.planned.map(plannedWords), ...touches.past.map(pastWords)].slice(0, 5);
	if (words.length === 0) return null;
	return (
		<PrepPart title={m.dialogues_prep_touches()}>
			<ul>
				{words.map((line) => (
					<li key={line} className="flex items-baseline gap-1.5">
						<Icon name="people" size={13} className="translate-y-0.5 text-muted" />
						{line}
					</li>
				))}
			</ul>
		</PrepPart>
	);
}
