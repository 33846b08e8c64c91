import { z } from 'zod';
import { emailField, nameField, unitField } from '#app/auth/account-form.server.ts';
import { versionField } from '#app/http/version-field.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { ROLES, type Role } from '#db/vocabulary.ts';
import { HOLDINGS } from './holdings.ts';
import { MAX_UNITS } from './units.server.ts';

// Built per request: the messages take the language of whoever is asking.

/** One choice per unit, `roles.<unit's id>`; nothing chosen is no membership. */
const rolesField = () =>
	z
		.record(z.string().max(40), z.enum([...ROLES, '']), m.people_role_missing())
		.refine((roles) => Object.values(roles).some(Boolean), m.people_role_missing())
		.refine((roles) => Object.keys(roles).length <= MAX_UNITS);

const person = () => ({ name: nameField(), email: emailField(), roles: rolesField() });

/** What was typed of a person, in the trade's words: roles as memberships. */
export const personGiven = <T extends { roles: Record<string, Role | ''> }>({ roles, ...person }: T) => ({
	...person,
	memberships: Object.entries(roles).flatMap(([unitId, role]): Array<{ unitId: string; role: Role }> => (role ? [{ unitId, role }] : [])),
});

export const newPersonForm = () => z.object({ id: z.string(), ...person() });
export const personForm = () => z.object({ version: versionField(), ...person() });

export const newUnitForm = () => z.object({ id: z.string(), name: unitField() });
export const unitForm = () => z.object({ version: versionField(), name: unitField() });

/** A switch thrown by its own button: the state wanted, not "the other one", so that sending it twice changes nothing. */
export const disablementForm = () =>
	z.object({
		/** `handed`: only what they hold changes hands. */
		state: z.enum(['disabled', 'enabled', 'handed']),
		/** Who goes on with all of it, `LEFT` = it stays. */
		all: heirField(),
		/** Who goes on with one kind, where that is somebody else. */
		apart: z.partialRecord(z.enum(HOLDINGS), heirField()).optional().default({}),
	});
const heirField = () => z.string().max(40).optional();
export const archivalForm = () => z.object({ state: z.enum(['archived', 'present']) });
