import { z } from 'zod';
import { optionalDay, optionalText } from '#app/http/form-fields.server.ts';
import { versionField } from '#app/http/version-field.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { isId } from '#db/new-id.ts';
import { COMMITMENT_KINDS } from '#db/vocabulary.ts';

const MOST_PLACES = 999;

/** What a firm takes part in: kind and first day are asked for, the rest may be left open. */
export const commitmentForm = () =>
	z
		.object({
			id: z.string().refine(isId),
			version: versionField().optional(),
			kind: z.enum(COMMITMENT_KINDS, { error: m.companies_error_commitment_kind() }),
			places: z
				.number({ error: m.companies_error_places() })
				.int({ message: m.companies_error_places() })
				.min(1, { message: m.companies_error_places() })
				.max(MOST_PLACES, { message: m.companies_error_places() })
				.optional()
				.transform((places) => places ?? null),
			note: optionalText(1_000),
			fromOn: optionalDay().transform((day, context) => {
				if (day === null) context.addIssue({ code: 'custom', message: m.companies_error_commitment_from() });
				return day ?? '';
			}),
			toOn: optionalDay(),
		})
		.refine(({ fromOn, toOn }) => toOn === null || fromOn === '' || toOn >= fromOn, {
			path: ['toOn'],
			message: m.companies_error_commitment_to(),
			when: ({ value }) => typeof value === 'object' && value !== null && 'fromOn' in value && 'toOn' in value,
		});
export type CommitmentInput = z.output<ReturnType<typeof commitmentForm>>;
