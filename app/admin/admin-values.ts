import { roleLabel } from '#app/auth/labels.ts';
import type { Editable } from '#app/editing/editable.ts';
import { shownAs } from '#app/http/merge.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import type { ClashLabels } from '#app/ui/conflict-panel.tsx';
import { ROLES } from '#db/vocabulary.ts';
import type { MembershipRow } from './people.ts';

// Units and people as their edit forms show them, for the merge of two people's edits.

export const unitClashLabels = (): ClashLabels => ({ name: { label: m.people_unit_name() } });

export const UNIT_EDIT: Editable<{ version: number; name: string }> = {
	kind: 'unit',
	shown: ({ version, name }) => shownAs(version, { name }),
	labels: unitClashLabels,
};

interface Person {
	version: number;
	name: string;
	email: string;
	memberships: readonly MembershipRow[];
}

type Unit = Readonly<{ id: string; name: string }>;

/** The field a unit's role is chosen in: by the unit's id, which stays when a unit comes or goes beside it. */
const roleField = (unitId: string): string => `roles.${unitId}`;

/** A person's role in each unit; empty = none. */
export const rolesByUnit = (units: readonly Unit[], held: readonly MembershipRow[] = []): Record<string, string> =>
	Object.fromEntries(units.map(({ id }) => [id, held.find(({ unitId }) => unitId === id)?.role ?? '']));

const roleWords = (value: string): string => {
	const role = ROLES.find((known) => known === value);
	return role ? roleLabel(role) : value;
};

export const personClashLabels = (units: readonly Unit[]): ClashLabels => ({
	name: { label: m.auth_name() },
	email: { label: m.auth_email() },
	...Object.fromEntries(units.map(({ id, name }) => [roleField(id), { label: m.people_role_in({ unit: name }), words: roleWords }])),
});

/** One field per unit, so that roles in different units merge; the activity keeps all of a person's roles as one field. */
export const personEdit = (units: readonly Unit[]): Editable<Person> => ({
	kind: 'user',
	shown: ({ version, name, email, memberships }) => {
		const roles = Object.entries(rolesByUnit(units, memberships)).map(([id, role]) => [roleField(id), role]);
		return shownAs(version, { name, email, ...Object.fromEntries(roles) });
	},
	labels: () => personClashLabels(units),
	// Addresses are one address in any case.
	readings: { email: (typed) => typed.toLowerCase() },
	chainNames: Object.fromEntries(units.map(({ id }) => [roleField(id), 'memberships'])),
});
