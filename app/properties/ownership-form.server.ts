import { z } from 'zod';
import { line, optionalDay } from '#app/http/form-fields.server.ts';
import { versionField } from '#app/http/version-field.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { optionalShare } from '#app/landowners/share-field.server.ts';
import { isId } from '#db/new-id.ts';

const ORDER = () => ({ path: ['toOn'], message: m.landowners_error_to_before_from(), when: () => true });
const isInOrder = ({ fromOn, toOn }: { fromOn: string | null; toOn: string | null }) => !fromOn || !toOn || fromOn <= toOn;
const id = () => z.string().refine(isId);
const picks = () => ({ picked: z.string().max(60).optional(), chosen: z.string().max(60).optional() });
const term = () => ({ share: optionalShare(), fromOn: optionalDay(), toOn: optionalDay() });

/** An ownership written down from an owner's page: which property. */
export const newHoldingForm = () =>
	z.object({ id: id(), property: line(200, m.landowners_error_property()), ...picks(), ...term() }).refine(isInOrder, ORDER());

/** An ownership written down from a property's page: which owner. */
export const newOwnerForm = () =>
	z.object({ id: id(), owner: line(200, m.landowners_error_owner()), ...picks(), ...term() }).refine(isInOrder, ORDER());

/** An ownership put right: its share and its days. */
export const ownershipForm = () => z.object({ id: id(), version: versionField(), ...term() }).refine(isInOrder, ORDER());
export type OwnershipInput = z.output<ReturnType<typeof ownershipForm>>;

/** A sale: to whom, when, and how much where it is not all. */
export const saleForm = () =>
	z.object({
		/** The buyer's ownership, made with the form: the same id again is the same sale. */
		id: id(),
		version: versionField(),
		owner: line(200, m.landowners_error_buyer()),
		...picks(),
		soldOn: z
			.string({ error: m.landowners_error_sold_on() })
			.refine((day) => optionalDay().safeParse(day).success, { message: m.companies_error_day() }),
		part: optionalShare(),
	});
