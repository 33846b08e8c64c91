import { z } from 'zod';
import { line, optionalDay, optionalLine } from '#app/http/form-fields.server.ts';
import { versionField } from '#app/http/version-field.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { shapeOf } from '#app/record/schema.server.ts';
import { isId } from '#db/new-id.ts';
import { HEADS } from './fields.ts';
import { pointFrom } from './point.ts';
import { pNumberFrom } from './register-numbers.ts';

/** What both the firm's first site and a site of its own ask for. */
export const siteFields = () => ({
	pNumber: optionalLine(40).transform((typed, context) => {
		if (typed === null) return null;
		const pNumber = pNumberFrom(typed);
		if (pNumber === null) context.addIssue({ code: 'custom', message: m.companies_error_p_number() });
		return pNumber;
	}),
	address: optionalLine(200),
	postalCode: optionalLine(10).refine((code) => code === null || /^\d{3,4}$/.test(code), { message: m.companies_error_postal_code() }),
	city: optionalLine(80),
	point: optionalLine(60).transform((typed, context) => {
		if (typed === null) return null;
		const point = pointFrom(typed);
		if (point === null) context.addIssue({ code: 'custom', message: m.companies_error_point() });
		return point;
	}),
	/** Empty = by the point; "none" = in no district, said by hand; else the district's id. */
	district: z
		.string()
		.optional()
		.refine((value) => value === undefined || value === 'none' || isId(value), { message: m.companies_error_district() }),
	...shapeOf(HEADS),
});

/** A site opened or revised on its own page. */
export const siteForm = () =>
	z.object({
		id: z.string().refine(isId),
		version: versionField().optional(),
		name: line(200, m.companies_error_site_name()),
		...siteFields(),
		isMain: z.boolean().optional().default(false),
		isProtected: z.boolean().optional().default(false),
		startedOn: optionalDay(),
		ceasedOn: optionalDay(),
	});
export type SiteInput = z.output<ReturnType<typeof siteForm>>;
