import { roleLabel } from '#app/auth/labels.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import type { List } from '#app/lists/list.ts';
import { paths } from '#app/paths.ts';
import { StateBadge } from './components/state-badge.tsx';
import { stateLabel } from './labels.ts';
import { type MembershipRow, PERSON_STATES, type PersonState } from './people.ts';

// The list of those who sign in: its filters and its columns. Browser-safe.

export interface PersonRow {
	id: string;
	name: string;
	email: string;
	state: PersonState;
	memberships: MembershipRow[];
}

export const PERSON_LIST = {
	name: 'people',
	path: paths.people,
	title: m.people_people,
	filterLabel: m.people_filter,
	pagesLabel: m.people_people,
	search: { label: m.people_search },
	filters: {
		state: {
			label: m.people_state,
			accepts: PERSON_STATES,
			any: m.people_state_any,
			options: () => PERSON_STATES.map((state) => ({ value: state, label: stateLabel(state) })),
		},
	},
	sorts: ['name'],
	href: ({ id }) => paths.person(id),
	columns: [
		{ key: 'name', label: m.auth_name, text: ({ name }) => name },
		{
			key: 'roles',
			label: m.people_roles,
			text: ({ memberships }) => memberships.map(({ role, unitName }) => `${roleLabel(role)}, ${unitName}`).join(' · '),
			look: 'wrap',
		},
		{ key: 'email', label: m.auth_email, text: ({ email }) => email, look: 'quiet' },
		{ key: 'state', label: m.people_state, text: ({ state }) => stateLabel(state), cell: StateBadge },
	],
} as const satisfies List<PersonRow>;
