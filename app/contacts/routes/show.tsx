import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { can } from '#app/auth/policy.ts';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { lastTalk, TimelineSection } from '#app/dialogues/components/timeline-section.tsx';
import { timelineShown } from '#app/dialogues/timeline-page.server.ts';
import { formatDay, today } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { isFavourite, noteOpened } from '#app/search/favourites.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Columns } from '#app/ui/columns.tsx';
import { Section } from '#app/ui/page.tsx';
import { type Fact, RecordPage } from '#app/ui/record-head.tsx';
import { Row, RowList } from '#app/ui/row-list.tsx';
import { ArchivedNotice } from '#app/upkeep/components/archived-notice.tsx';
import { RecordDeeds } from '#app/upkeep/components/record-deeds.tsx';
import { ConsentMatrix } from '../components/consent-matrix.tsx';
import { ReachLines } from '../components/reach-lines.tsx';
import { addressOf, RoleSection } from '../components/role-list.tsx';
import { consentsOf, refusedChannels } from '../consents.server.ts';
import { isCurrent } from '../contact.ts';
import { metBy } from '../met-by.server.ts';
import { contactFor, rolesOf } from '../queries.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.contact.name ?? m.contacts_title()} · ${m.shell_product()}` }];

/** So many roles stand in the head; the page lists them all. */
const ROLES = 3;

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	const contact = await contactFor(viewer, params.contactId);
	const seesTalks = can(viewer, 'see', 'dialogue');
	const [roles, consents, timeline, units, isStarred] = await Promise.all([
		rolesOf(viewer, contact.id),
		consentsOf(contact.id),
		seesTalks ? timelineShown(viewer, { kind: 'contact', id: contact.id }, request) : null,
		seesTalks ? metBy(viewer, contact.id) : [],
		isFavourite(viewer, 'contact', contact.id),
	]);
	noteOpened(viewer, 'contact', contact.id);
	return {
		contact,
		roles,
		consents,
		refuses: refusedChannels(consents),
		timeline,
		units,
		isStarred,
		mayRestore: can(viewer, 'revise', 'contact'),
		mayRevise: can(viewer, 'revise', 'contact') && contact.archivedAt === null,
		mayLog: can(viewer, 'log', 'dialogue') && contact.archivedAt === null,
	};
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Contact() {
	const shown = useLoaderData<typeof loader>();
	const { contact, roles, refuses, timeline, mayRevise, mayRestore } = shown;
	const side = (
		<>
			<RoleSection contactId={contact.id} roles={roles} mayRevise={mayRevise} />
			<Units />
			<Consents />
		</>
	);
	return (
		<RecordPage
			title={contact.name}
			back={{ to: paths.contacts(), label: m.contacts_title() }}
			badges={<ReachLines phone={contact.phone} email={contact.email} refuses={refuses} />}
			deeds={<Deeds />}
			facts={factsOf(shown)}
		>
			<ArchivedNotice kind="contact" id={contact.id} version={contact.version} archivedAt={contact.archivedAt} mayRestore={mayRestore} />
			<Columns side={side}>{timeline && <TimelineSection timeline={timeline} leadsWithFirm />}</Columns>
		</RecordPage>
	);
}

function factsOf({ roles, units, timeline }: Shown): Fact[] {
	const day = today();
	const current = roles.filter((role) => isCurrent(role, day));
	const [latest] = units;
	return [
		...(current.length === 0 ? [{ label: m.contacts_roles(), value: null }] : []),
		...current.slice(0, ROLES).map(({ place, title }) => ({
			label: title || m.contacts_filter_role(),
			value: <a href={addressOf(place)}>{place.name}</a>,
		})),
		...(timeline ? [{ ...lastTalk(latest?.lastOn), note: latest && `${latest.person}, ${latest.unit}` }] : []),
	];
}

function Deeds() {
	const { contact, roles, isStarred, mayRevise, mayLog } = useLoaderData<typeof loader>();
	const { id, name } = contact;
	const [first] = roles;
	const subject = first?.landownerId ? { landowner: first.landownerId } : first?.companyId ? { company: first.companyId } : {};
	return (
		<RecordDeeds
			{...{ kind: 'contact', id, name, isStarred, mayArchive: mayRevise }}
			log={mayLog && paths.newDialogue({ ...subject, contact: id })}
			edit={mayRevise && paths.editContact(id)}
		/>
	);
}

/** Who else of the municipality knows this person. */
function Units() {
	const { units } = useLoaderData<typeof loader>();
	if (units.length === 0) return null;
	return (
		<Section title={m.contacts_met_by()}>
			<RowList label={m.contacts_met_by()}>
				{units.map(({ unitId, unit, person, lastOn, times }) => (
					<Row
						key={unitId}
						title={unit}
						meta={<span data-figures>{m.contacts_met_last({ name: person, day: formatDay(lastOn), count: times })}</span>}
					/>
				))}
			</RowList>
		</Section>
	);
}

function Consents() {
	const { contact, consents, mayRevise } = useLoaderData<typeof loader>();
	const record = (
		<ButtonLink to={paths.contactConsents(contact.id)} size="sm" variant="quiet" icon={mayRevise ? 'plus' : undefined}>
			{mayRevise ? m.contacts_record_consent() : m.contacts_consent_history()}
		</ButtonLink>
	);
	return (
		<Section title={m.contacts_consents()} none={consents.length === 0 && m.contacts_no_consents()} actions={record}>
			{consents.length > 0 && <ConsentMatrix consents={consents} />}
		</Section>
	);
}
