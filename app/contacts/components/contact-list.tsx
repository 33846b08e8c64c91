import { PhoneLinks } from '#app/contact-details/components/phone-links.tsx';
import { mailHref } from '#app/contact-details/reach.ts';
import { today } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { Badge } from '#app/ui/badge.tsx';
import { AddLink } from '#app/ui/button.tsx';
import { Fold } from '#app/ui/fold.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { Section } from '#app/ui/page.tsx';
import { Row, RowList } from '#app/ui/row-list.tsx';
import { type ContactLine, hasEnded, isComing } from '../contact.ts';
import { periodLabel } from '../labels.ts';
import type { ContactScope } from '../queries.server.ts';
import { RefusalMark } from './refusal-mark.tsx';

interface Props {
	contacts: readonly ContactLine[];
	/** Whose people these are: the place is named only where it is another one (a site of the firm). */
	scope: ContactScope;
	mayAdd: boolean;
}

/** The people of a firm, a site or an owner, to call or write to at one press; former roles fold away. */
export function ContactSection({ contacts, scope, mayAdd }: Props) {
	const day = today();
	const present = contacts.filter((line) => !hasEnded(line, day));
	const ended = contacts.filter((line) => hasEnded(line, day));
	return (
		<Section
			title={m.contacts_title()}
			none={present.length === 0 && m.contacts_none_here()}
			actions={
				mayAdd && (
					<AddLink to={paths.newContact(addressOf(scope))} name={m.contacts_add()}>
						{m.companies_commitment_add()}
					</AddLink>
				)
			}
		>
			{present.length > 0 && <Lines contacts={present} scope={scope} />}
			{ended.length > 0 && (
				<Fold summary={m.contacts_ended_roles({ count: ended.length })}>
					<Lines contacts={ended} scope={scope} />
				</Fold>
			)}
		</Section>
	);
}

function addressOf(scope: ContactScope): { company?: string; site?: string; landowner?: string } {
	if ('companyId' in scope) return { company: scope.companyId };
	return 'siteId' in scope ? { site: scope.siteId } : { landowner: scope.landownerId };
}

function Lines({ contacts, scope }: Pick<Props, 'contacts' | 'scope'>) {
	const own = Object.values(scope);
	return (
		<RowList label={m.contacts_title()}>
			{contacts.map((line) => (
				<Row
					key={line.roleId}
					href={paths.contact(line.contactId)}
					title={line.name}
					meta={
						<>
							{line.title && <span>{line.title}</span>}
							{line.isPrimary && <Badge tone="accent">{m.contacts_primary()}</Badge>}
							{!own.includes(line.place.id) && <span>{line.place.name}</span>}
							{line.property && <span>{line.property.name}</span>}
							{(line.toOn || isComing(line, today())) && <span data-figures>{periodLabel(line)}</span>}
							<Reach line={line} />
						</>
					}
				/>
			))}
		</RowList>
	);
}

const LINK = 'inline-flex min-h-11 min-w-0 items-center gap-1.5 text-accent underline-offset-2 hover:underline md:min-h-7';

function Reach({ line: { phone, email, refuses } }: { line: ContactLine }) {
	if (!phone && !email) return null;
	return (
		<span className="flex basis-full flex-wrap items-center gap-x-4">
			{phone && (
				<span className="inline-flex items-center gap-2">
					<PhoneLinks phone={phone} />
					<RefusalMark channel="phone" refuses={refuses} />
				</span>
			)}
			{email && (
				<span className="inline-flex min-w-0 items-center gap-2">
					<a href={mailHref(email)} className={LINK}>
						<Icon name="mail" size={14} />
						<span className="wrap-anywhere">{email}</span>
					</a>
					<RefusalMark channel="email" refuses={refuses} />
				</span>
			)}
		</span>
	);
}
