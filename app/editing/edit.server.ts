import { data } from '@remix-run/node';
import type { z } from 'zod';
import type { Viewer } from '#app/auth/viewer.ts';
import { keptEdit } from '#app/drafts/kept.server.ts';
import { badRequest } from '#app/http/errors.ts';
import { type Flash, redirectWith } from '#app/http/flash.server.ts';
import { formOf } from '#app/http/form.server.ts';
import { constraintOf, submitted } from '#app/http/submission.server.ts';
import { type FormAnswer, orMeanwhile, type Refused } from './answer.ts';
import type { Editable } from './editable.ts';
import { clashesOf, togetherFlash } from './editors.server.ts';
import { baseOf, type Edit, mergeAndSave } from './merged-edit.server.ts';
import type { Revised } from './revise.server.ts';

interface Opening<Row, Schema> {
	id: string;
	row: Row;
	/** What the list of drafts calls it. */
	label: string;
	/** Whose constraints the controls carry, where they do. */
	schema?: Schema;
}

/** The form of a record that is there, for its loader: what it shows, what the merge begins from, and one's own text of earlier. */
export async function openEdit<Row, Schema extends z.ZodType>(
	request: Request,
	viewer: Viewer,
	{ kind, shown }: Editable<Row>,
	{ id, row, label, schema }: Opening<Row, Schema>,
) {
	const { version, values } = shown(row);
	const kept = await keptEdit(request, viewer, { form: kind, recordId: id, label, baseVersion: version });
	return { id, version, base: baseOf({ version, values }), values, kept, constraint: schema && constraintOf(schema) };
}

interface Saving<Row, Schema extends z.ZodType, More extends object> {
	id: string;
	/** What was posted, where the action has read it already. */
	form?: FormData;
	/** The record as it stands, read anew for each try. */
	read: () => Promise<Row>;
	schema: Schema;
	/** The command. A page of its own (a firm known already) answers in place of the record's. */
	save: (input: z.output<Schema>, edit: Edit) => Promise<Revised | Refused<More> | Response>;
	/** Where to afterwards. */
	page: string;
	/** What that page says, where nothing of others was taken along. */
	flash?: () => Omit<Flash, 'id'>;
}

/**
 * Saves a posted edit, for its action: merged with what stands saved, asked again where two changed one field, saved anew when
 * somebody comes in between; then on to the record's page, which says whose changes were taken along.
 */
export async function saveEdit<Row, Schema extends z.ZodType, More extends object = object>(
	request: Request,
	viewer: Viewer,
	{ kind, shown, labels, readings, chainNames }: Editable<Row>,
	{ id, form, read, schema, save, page, flash }: Saving<Row, Schema, More>,
) {
	const subject = { kind, id };
	const refusal = (status: number, answer: FormAnswer, more: Partial<More> = {}) => data({ ...answer, ...more }, { status });
	return mergeAndSave(
		form ?? (await formOf(request)),
		async () => shown(await read()),
		async (edit) => {
			const submission = submitted(edit.form, schema);
			const clashing = edit.clashes.length > 0 ? await clashesOf(viewer, subject, edit, chainNames) : null;
			if (clashing) return refusal(409, { result: submission.reply(), conflict: clashing });
			if (submission.status !== 'success') return refusal(400, { result: submission.reply(), conflict: null });
			if (namesAnother(submission.value, id)) throw badRequest();
			const answer = await orMeanwhile(() => save(submission.value, edit));
			if (answer instanceof Response) return answer;
			if (answer.kind === 'conflict') return null;
			if (answer.kind === 'refused')
				return refusal(answer.status, { result: submission.reply({ fieldErrors: answer.fieldErrors }), conflict: null }, answer.more);
			const isAlone = flash && edit.takenOver.length === 0;
			return redirectWith(
				request,
				page,
				isAlone ? flash() : await togetherFlash(viewer, subject, edit.takenOver, (field) => labels()[field]?.label ?? field, chainNames),
			);
		},
		readings,
	);
}

/** A form names its own record, where it names one. */
const namesAnother = (input: unknown, id: string): boolean => typeof input === 'object' && input !== null && 'id' in input && input.id !== id;
