import { z } from 'zod';
import { isCalendarDay, isOfOurTimes } from '#app/days/days.ts';
import { line, optionalLine } from '#app/http/form-fields.server.ts';
import { today } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { isId } from '#db/new-id.ts';
import { CONSENT_CHANNELS, CONSENT_PURPOSES } from '#db/vocabulary.ts';
import { CONSENT_STATES } from './contact.ts';

/** A person's answer, on the day it was given: never of a day to come. */
export const consentForm = () =>
	z.object({
		id: z.string().refine(isId),
		channel: z.enum(CONSENT_CHANNELS, { error: m.contacts_error_channel() }),
		purpose: z.enum(CONSENT_PURPOSES, { error: m.contacts_error_purpose() }),
		answer: z.enum(CONSENT_STATES, { error: m.contacts_error_answer() }),
		givenOn: line(10, m.contacts_error_given_on()).pipe(
			z
				.string()
				.refine((day) => isCalendarDay(day) && isOfOurTimes(day), { message: m.contacts_error_given_on() })
				.refine((day) => day <= today(), { message: m.contacts_error_given_later() }),
		),
		source: optionalLine(200),
	});
export type ConsentInput = z.output<ReturnType<typeof consentForm>>;
