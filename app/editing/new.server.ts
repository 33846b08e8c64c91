import { data } from '@remix-run/node';
import type { z } from 'zod';
import type { Viewer } from '#app/auth/viewer.ts';
import { keptNew } from '#app/drafts/kept.server.ts';
import { type Flash, redirectWith } from '#app/http/flash.server.ts';
import { formOf } from '#app/http/form.server.ts';
import { constraintOf, submitted } from '#app/http/submission.server.ts';
import { newId } from '#db/new-id.ts';
import { type FormAnswer, orMeanwhile, type Refused } from './answer.ts';

interface Opening<Schema> {
	/** What the list of drafts calls it, where that is known before it is typed. */
	label: string | null;
	/** Whose constraints the controls carry, where they do. */
	schema?: Schema;
}

/** The form of a new record, for its loader: the id made with it, and one's own text of earlier. */
export async function openNew<Schema extends z.ZodType>(request: Request, viewer: Viewer, form: string, { label, schema }: Opening<Schema>) {
	const kept = await keptNew(request, viewer, { form, label });
	return { id: kept.recordId, kept, constraint: schema && constraintOf(schema) };
}

/** What became of a new record, and where to: the page after it, or the record an earlier try of the form made. */
export type Made<More extends object> =
	| { kind: 'saved' | 'differs'; to: string; flash: Omit<Flash, 'id'> }
	| { kind: 'differs'; to: string }
	| Refused<More>
	| Response;

/** Saves a posted new record, for its action. A form saved before and typed further since is told so, and may go under a fresh id. */
export async function saveNew<Schema extends z.ZodType, More extends object = object>(
	request: Request,
	schema: Schema,
	save: (input: z.output<Schema>) => Promise<Made<More>>,
) {
	const refusal = (status: number, answer: FormAnswer, more: Partial<More> = {}) => data({ ...answer, ...more }, { status });
	const submission = submitted(await formOf(request), schema);
	if (submission.status !== 'success') return refusal(400, { result: submission.reply(), earlier: null });
	const answer = await orMeanwhile(() => save(submission.value));
	if (answer instanceof Response) return answer;
	if (answer.kind === 'refused')
		return refusal(answer.status, { result: submission.reply({ fieldErrors: answer.fieldErrors }), earlier: null }, answer.more);
	if (answer.kind === 'saved') return redirectWith(request, answer.to, answer.flash);
	return refusal(409, { result: submission.reply(), earlier: { to: answer.to, freshId: newId() } });
}
