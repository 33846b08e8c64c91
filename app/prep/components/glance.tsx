import { mailHref, numbersIn } from '#app/contact-details/reach.ts';
import { RefusalMark } from '#app/contacts/components/refusal-mark.tsx';
import type { ContactLine } from '#app/contacts/contact.ts';
import { Withheld } from '#app/dialogues/components/timeline.tsx';
import type { TalkEntry } from '#app/dialogues/parts.server.ts';
import { FollowUpMark } from '#app/follow-ups/components/follow-up-mark.tsx';
import type { FollowUpItem } from '#app/follow-ups/queries.server.ts';
import { formatDayShort, today } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { channelIcon, channelLabel } from '#app/touches/labels.ts';
import { Icon } from '#app/ui/icon.tsx';
import { RowLink } from '#app/ui/table.tsx';

interface GlanceProps {
	contacts: readonly ContactLine[];
	/** In the order they are to be seen: promises first. */
	followUps: readonly FollowUpItem[];
	/** The latest first; null where talks are not the viewer's to see. */
	talks: readonly TalkEntry[] | null;
}

const CONTACTS = 2;
const FOLLOW_UPS = 2;
const TALKS = 3;

/**
 * What one has to know in the car park, on the first screen of a phone: whom to call, what is open, what was said last. The
 * page below tells all of it at length; wider windows show that at once and leave this out.
 */
export function Glance({ contacts, followUps, talks }: GlanceProps) {
	if (contacts.length === 0 && followUps.length === 0 && !talks?.length) return null;
	return (
		<section aria-label={m.dialogues_glance()} className="mb-6 lg:hidden" data-screen-only>
			<div className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface">
				{contacts.slice(0, CONTACTS).map((contact) => (
					<Person key={contact.roleId} contact={contact} />
				))}
				{followUps.slice(0, FOLLOW_UPS).map((followUp) => (
					<Open key={followUp.id} followUp={followUp} />
				))}
				{talks?.slice(0, TALKS).map((talk) => (
					<Said key={talk.id} talk={talk} />
				))}
			</div>
		</section>
	);
}

function Person({ contact: { contactId, name, title, phone, email, refuses } }: { contact: ContactLine }) {
	// One line, and the name before all: further numbers stand with the person.
	const [number] = phone ? numbersIn(phone) : [];
	return (
		<div className="relative flex min-h-11 items-center gap-2 pr-1.5 pl-4">
			<span className="min-w-0 flex-1 truncate">
				<RowLink href={paths.contact(contactId)} className="font-medium">
					{name}
				</RowLink>
				{title && <span className="text-muted text-sm">{`, ${title}`}</span>}
			</span>
			<RefusalMark channel={phone ? 'phone' : 'email'} refuses={refuses} />
			{number ? (
				<a href={number.tel} className="relative z-10 inline-flex min-h-11 shrink-0 items-center gap-1.5 px-2.5 text-accent" data-figures>
					<Icon name="phone" size={15} />
					{number.shown}
				</a>
			) : (
				email && (
					<a
						href={mailHref(email)}
						aria-label={m.dialogues_glance_mail({ name })}
						className="relative z-10 inline-flex min-h-11 shrink-0 items-center px-2.5 text-accent"
					>
						<Icon name="mail" size={15} />
					</a>
				)
			)}
		</div>
	);
}

function Open({ followUp }: { followUp: FollowUpItem }) {
	const { id, text, dialogueId, isSettleable } = followUp;
	const href = dialogueId ? paths.dialogue(dialogueId) : isSettleable && text !== null ? paths.editFollowUp(id) : null;
	const words = text ?? m.dialogues_follow_up_hidden();
	return (
		<div className="relative flex min-h-11 flex-col items-start gap-0.5 px-4 py-1.5">
			<span className="max-w-full truncate leading-tight">{href ? <RowLink href={href}>{words}</RowLink> : words}</span>
			<FollowUpMark followUp={followUp} />
		</div>
	);
}

function Said({ talk }: { talk: TalkEntry }) {
	return (
		<div className="relative px-4 py-2">
			<p className="flex items-center gap-1.5 truncate text-muted text-sm">
				<Icon name={channelIcon(talk.channel)} size={14} />
				<RowLink href={paths.dialogue(talk.id)}>{`${channelLabel(talk.channel)} · ${formatDayShort(talk.heldOn, today())}`}</RowLink>
				<span className="truncate">{`· ${talk.author.name}`}</span>
			</p>
			<p className="line-clamp-2 leading-snug">{talk.isNoteReadable ? (talk.note ?? m.dialogues_no_note()) : <Withheld unit={talk.unit.name} />}</p>
		</div>
	);
}
