import { z } from 'zod';
import { hasNumber } from '#app/contact-details/phones.ts';
import { line, optionalLine } from '#app/http/form-fields.server.ts';
import { versionField } from '#app/http/version-field.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { isId } from '#db/new-id.ts';
import { LANDOWNER_KINDS } from '#db/vocabulary.ts';

const fields = () => ({
	id: z.string().refine(isId),
	kind: z.enum(LANDOWNER_KINDS, { error: m.landowners_error_kind() }),
	/** A name, or the CVR number of a firm of the register. */
	name: line(200, m.landowners_error_name()),
	phone: optionalLine(80).refine((phone) => phone === null || hasNumber(phone), { message: m.companies_error_phone() }),
	email: optionalLine(200).refine((email) => email === null || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email), { message: m.companies_error_email() }),
	address: optionalLine(200),
	postalCode: optionalLine(10).refine((code) => code === null || /^\d{3,4}$/.test(code), { message: m.companies_error_postal_code() }),
	city: optionalLine(80),
	/** "company:<id>" or "owner:<id>": what was picked from the offers under the name. */
	picked: z.string().max(60).optional(),
	/** One of several firms of the same name, chosen on the page's answer. */
	chosen: z.string().max(60).optional(),
});

/** An owner as it is first written down. */
export const newLandownerForm = () => z.object({ ...fields(), confirm: z.string().optional() });
export type NewLandownerInput = z.output<ReturnType<typeof newLandownerForm>>;

/** An owner revised; the name of a firm's owner role is the firm's and not asked for. */
export const landownerForm = () => z.object({ ...fields(), version: versionField() });
export type LandownerInput = z.output<ReturnType<typeof landownerForm>>;
