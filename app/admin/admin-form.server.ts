import { z } from 'zod';
import { emailField, nameField, unitField, versionField } from '#app/auth/account-form.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { ROLES, type Role } from '#db/vocabulary.ts';
import { MAX_UNITS } from './units.server.ts';

// Built per request: the messages take the language of whoever is asking.

/** One line per unit; a line without a role is no membership. */
const membershipLines = () =>
	z
		.array(z.object({ unitId: z.string(), role: z.enum(ROLES).optional() }))
		.max(MAX_UNITS)
		.transform((lines) => lines.flatMap(({ unitId, role }): Array<{ unitId: string; role: Role }> => (role ? [{ unitId, role }] : [])))
		.refine((held) => held.length > 0, m.people_role_missing());

const person = () => ({ name: nameField(), email: emailField(), memberships: membershipLines() });

export const newPersonForm = () => z.object({ id: z.string(), ...person() });
export const personForm = () => z.object({ version: versionField(), ...person() });

export const newUnitForm = () => z.object({ id: z.string(), name: unitField() });
export const unitForm = () => z.object({ version: versionField(), name: unitField() });

/** A switch thrown by its own button: the state wanted, not "the other one", so that sending it twice changes nothing. */
export const disablementForm = () => z.object({ state: z.enum(['disabled', 'enabled']) });
export const archivalForm = () => z.object({ state: z.enum(['archived', 'present']) });
