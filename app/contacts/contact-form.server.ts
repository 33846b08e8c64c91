import { z } from 'zod';
import { hasNumber } from '#app/contact-details/phones.ts';
import { line, optionalDay, optionalLine } from '#app/http/form-fields.server.ts';
import { versionField } from '#app/http/version-field.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { isId } from '#db/new-id.ts';
import type { RoleWith } from './rows.server.ts';

const LONGEST_TITLE = 120;

const reach = () => ({
	id: z.string().refine(isId),
	name: line(200, m.contacts_error_name()),
	phone: optionalLine(80).refine((phone) => phone === null || hasNumber(phone), { message: m.contacts_error_phone() }),
	email: optionalLine(200).refine((email) => email === null || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email), { message: m.contacts_error_email() }),
});

/** How a form names whom a role is with: as typed, as picked from the hits, as chosen among several. */
const whereFields = () => ({
	where: optionalLine(200),
	picked: optionalLine(60),
	chosen: optionalLine(60),
});

/** A new person with a first role. */
export const newContactForm = () =>
	z.object({
		...reach(),
		...whereFields(),
		title: optionalLine(LONGEST_TITLE),
		isPrimary: z.boolean().optional().default(false),
		confirm: z.string().optional(),
	});
type NewContactTyped = z.output<ReturnType<typeof newContactForm>>;
export type NewContactInput = Pick<NewContactTyped, 'id' | 'name' | 'phone' | 'email' | 'title' | 'isPrimary' | 'confirm'> & RoleWith;

/** What a person is called and reached by, revised. */
export const contactForm = () => z.object({ ...reach(), version: versionField() });
export type ContactInput = z.output<ReturnType<typeof contactForm>>;

const roleFields = () => ({
	id: z.string().refine(isId),
	title: optionalLine(LONGEST_TITLE),
	isPrimary: z.boolean().optional().default(false),
	propertyId: z
		.string()
		.refine(isId)
		.optional()
		.transform((id) => id ?? null),
	fromOn: optionalDay(),
});

/** A further role of a person; `ends` are the open roles that end with it. */
export const newRoleForm = () =>
	z.object({ ...roleFields(), ...whereFields(), ends: z.array(z.string().refine(isId)).max(50).optional().default([]) });
type NewRoleTyped = z.output<ReturnType<typeof newRoleForm>>;
export type NewRoleInput = Pick<NewRoleTyped, 'id' | 'title' | 'isPrimary' | 'propertyId' | 'fromOn' | 'ends'> & { contactId: string } & RoleWith;

/** A role revised: whom it is with stays, that would be another role. */
export const roleForm = () =>
	z.object({ ...roleFields(), version: versionField(), toOn: optionalDay() }).refine(({ fromOn, toOn }) => !fromOn || !toOn || fromOn <= toOn, {
		path: ['toOn'],
		message: m.contacts_error_to_before_from(),
		when: () => true,
	});
export type RoleInput = z.output<ReturnType<typeof roleForm>>;
