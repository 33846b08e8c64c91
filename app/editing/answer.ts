import type { SubmissionResult } from '@conform-to/react';
import { isNotFound } from '#app/http/errors.ts';
import { meanwhileIn } from '#app/http/meanwhile.ts';
import type { EditConflict } from '#app/http/merge.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import type { Earlier } from '#app/ui/earlier-notice.tsx';

/** What a form is told when it was not saved. */
export interface FormAnswer {
	result: SubmissionResult<string[]>;
	/** Fields somebody else changed meanwhile. */
	conflict?: EditConflict | null;
	/** The form saved its record before, and it stands with other words. */
	earlier?: Earlier | null;
}

/** A command's no, in words for the form: sentences at its fields, and what else the page shows of it. */
export interface Refused<More extends object> {
	kind: 'refused';
	fieldErrors: Record<string, string[]>;
	more: Partial<More>;
	status: 400 | 409;
}

/** A command's answer; where it found something gone meanwhile, the no that says so at its field. */
export async function orMeanwhile<Answer>(save: () => Promise<Answer>): Promise<Answer | Refused<never>> {
	try {
		return await save();
	} catch (thrown) {
		if (isNotFound(thrown)) return refused({ '': m.shell_meanwhile_record() });
		const gone = meanwhileIn(thrown);
		if (!gone) throw thrown;
		return refused<never>({ [gone.field]: gone.sentence }, undefined, 400);
	}
}

export const refused = <More extends object>(
	fieldErrors: Record<string, string | string[]>,
	more: Partial<More> = {},
	status: 400 | 409 = 409,
): Refused<More> => ({
	kind: 'refused',
	fieldErrors: Object.fromEntries(Object.entries(fieldErrors).map(([field, why]) => [field, [why].flat()])),
	more,
	status,
});
