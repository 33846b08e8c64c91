import { mailHref, numbersIn, phoneShown } from '#app/contact-details/reach.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { ARCHIVED } from '#app/lists/archived.ts';
import type { List } from '#app/lists/list.ts';
import { paths } from '#app/paths.ts';

// The list of people: its filters and its columns, to open, call or write to. Browser-safe.

export interface ContactRow {
	id: string;
	name: string;
	phone?: string | undefined;
	email?: string | undefined;
	roles: ReadonlyArray<{ title: string | null; place: string }>;
}

/** Roles named in a row; the rest are counted. */
const NAMED = 2;

export const CONTACT_LIST = {
	name: 'contacts',
	path: paths.contacts,
	title: m.contacts_title,
	filterLabel: m.contacts_filter_label,
	pagesLabel: m.contacts_pages,
	count: m.contacts_count,
	search: { label: m.contacts_filter_search, hint: m.contacts_filter_search_hint },
	filters: {
		firm: { label: m.contacts_filter_firm, accepts: /./, isTyped: true },
		// One firm, from its own page.
		company: { label: m.contacts_filter_firm, accepts: /^[0-9a-f-]{36}$/ },
		role: { label: m.contacts_filter_role, accepts: ['none'], options: () => [{ value: 'none', label: m.contacts_no_role() }] },
		archived: ARCHIVED,
	},
	sorts: ['name'],
	href: ({ id }) => paths.contact(id),
	columns: [
		{ key: 'name', label: m.contacts_name, text: ({ name }) => name },
		{
			key: 'role',
			label: m.contacts_roles,
			text: ({ roles }) => roles.map(({ title, place }) => [title, place].filter(Boolean).join(', ')).join(' · '),
			cell: rolesOf,
			look: 'wrap',
		},
		{
			key: 'phone',
			label: m.contacts_phone,
			text: ({ phone }) => phone && phoneShown(phone),
			cell: ({ phone }) =>
				phone &&
				numbersIn(phone).map(({ tel, shown }) => (
					<a key={tel} href={tel}>
						{shown}
					</a>
				)),
		},
		{
			key: 'email',
			label: m.contacts_email,
			text: ({ email }) => email,
			cell: ({ email }) => email && <a href={mailHref(email)}>{email}</a>,
			from: 'lg',
		},
	],
} as const satisfies List<ContactRow>;

function rolesOf({ roles }: ContactRow) {
	if (roles.length === 0) return <small>{m.contacts_no_role()}</small>;
	return (
		<>
			{roles.slice(0, NAMED).map(({ title, place }, at) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: roles of one row never move.
				<div key={at}>
					{title && <small>{`${title}, `}</small>}
					{place}
				</div>
			))}
			{roles.length > NAMED && <small>{m.contacts_more_roles({ count: roles.length - NAMED })}</small>}
		</>
	);
}
