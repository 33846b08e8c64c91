import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { can } from '#app/auth/policy.ts';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { FilteredTimeline } from '#app/dialogues/components/filtered-timeline.tsx';
import { timelineShown } from '#app/dialogues/timeline-page.server.ts';
import { formatDay } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { FavouriteButton } from '#app/search/components/favourite-button.tsx';
import { isFavourite, noteOpened } from '#app/search/favourites.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Page, Section } from '#app/ui/page.tsx';
import { Row, RowList } from '#app/ui/row-list.tsx';
import { ArchivedNotice } from '#app/upkeep/components/archived-notice.tsx';
import { RecordMenu } from '#app/upkeep/components/record-menu.tsx';
import { ConsentMatrix } from '../components/consent-matrix.tsx';
import { ReachLines } from '../components/reach-lines.tsx';
import { RoleList } from '../components/role-list.tsx';
import { consentsOf, refusedChannels } from '../consents.server.ts';
import { metBy } from '../met-by.server.ts';
import { contactFor, rolesOf } from '../queries.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.contact.name ?? m.contacts_title()} · ${m.shell_product()}` }];

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

export default function Contact() {
	const { contact, refuses, timeline, mayRestore } = useLoaderData<typeof loader>();
	return (
		<Page title={contact.name} back={{ to: paths.contacts(), label: m.contacts_title() }} actions={<Deeds />} wide>
			<ArchivedNotice kind="contact" id={contact.id} version={contact.version} archivedAt={contact.archivedAt} mayRestore={mayRestore} />
			<div className="mb-5">
				<ReachLines phone={contact.phone} email={contact.email} refuses={refuses} />
			</div>
			<div className="grid items-start gap-x-8 gap-y-6 lg:grid-cols-2 lg:grid-rows-[auto_1fr]">
				<div className="min-w-0">
					<Roles />
					<Units />
				</div>
				{timeline && (
					<Section title={m.contacts_talks()} className="mt-0! min-w-0 lg:col-start-2 lg:row-span-2 lg:row-start-1">
						<FilteredTimeline timeline={timeline} leadsWithFirm />
					</Section>
				)}
				<div className="min-w-0">
					<Consents />
				</div>
			</div>
		</Page>
	);
}

function Deeds() {
	const { contact, roles, isStarred, mayRevise, mayLog } = useLoaderData<typeof loader>();
	const [first] = roles;
	const edit = mayRevise ? { to: paths.editContact(contact.id), label: m.contacts_edit() } : undefined;
	const subject = first?.landownerId ? { landowner: first.landownerId } : first?.companyId ? { company: first.companyId } : {};
	return (
		<>
			{mayLog && (
				<ButtonLink to={paths.newDialogue({ ...subject, contact: contact.id })} variant="primary" icon="dialogue">
					{m.contacts_log_talk()}
				</ButtonLink>
			)}
			{edit && (
				<ButtonLink to={edit.to} icon="edit" className={mayLog ? 'max-md:hidden' : undefined}>
					{edit.label}
				</ButtonLink>
			)}
			<FavouriteButton kind="contact" id={contact.id} isFavourite={isStarred} />
			<RecordMenu kind="contact" id={contact.id} name={contact.name} mayRevise={mayRevise} edit={mayLog ? edit : undefined} />
		</>
	);
}

function Roles() {
	const { contact, roles, mayRevise } = useLoaderData<typeof loader>();
	const add = mayRevise && (
		<ButtonLink to={paths.newContactRole(contact.id)} size="sm" icon="plus">
			{m.contacts_add_role()}
		</ButtonLink>
	);
	return (
		<Section title={m.contacts_roles()} actions={add}>
			<RoleList roles={roles} mayRevise={mayRevise} />
		</Section>
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
		<ButtonLink to={paths.contactConsents(contact.id)} size="sm" icon={mayRevise ? 'plus' : undefined}>
			{mayRevise ? m.contacts_record_consent() : m.contacts_consent_history()}
		</ButtonLink>
	);
	return (
		<Section title={m.contacts_consents()} actions={record}>
			{consents.length > 0 ? <ConsentMatrix consents={consents} /> : <p className="text-muted">{m.contacts_no_consents()}</p>}
		</Section>
	);
}
