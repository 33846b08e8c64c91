import type { z } from 'zod';
import type { Edition } from '#app/activity/edition.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { submitted } from '#app/http/submission.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';

/** What became of putting a value back; `refused` says why in a sentence. */
export type Reverted = { kind: 'reverted' } | { kind: 'conflict'; edition: Edition } | { kind: 'refused'; why: string };

/** `seq` is the line of the audit chain that changed the field. */
export type PutBack = (
	viewer: Viewer,
	seen: { id: string; version: number },
	change: { seq: number; field: string; before: unknown },
) => Promise<Reverted>;

export const refusedBack = (why: string): Reverted => ({ kind: 'refused', why });

/** What a command that revises answers; anything it refuses is worded by its kind first. */
export const revertedBy = (answer: { kind: string } | { kind: 'conflict'; edition: Edition }): Reverted =>
	'edition' in answer ? { kind: 'conflict', edition: answer.edition } : { kind: 'reverted' };

/** The record's values through its own form: a value that would be refused there is refused here, in the same words. */
export async function throughForm<T extends z.ZodType>(
	form: T,
	values: Record<string, unknown>,
	save: (input: z.output<T>) => Promise<Reverted>,
): Promise<Reverted> {
	const submission = submitted(asPosted(values), form);
	if (submission.status === 'success') return await save(submission.value);
	const [fault] = Object.values(submission.error ?? {}).flat();
	return refusedBack(typeof fault === 'string' ? fault : m.upkeep_revert_refused());
}

/** As the record's form would send it: a box ticked is "on", what is empty is not sent. */
function asPosted(values: Record<string, unknown>): FormData {
	const form = new FormData();
	for (const [name, value] of Object.entries(values)) {
		for (const one of Array.isArray(value) ? value : [value]) {
			if (one === null || one === undefined || one === '' || one === false || typeof one === 'object') continue;
			form.append(name, one === true ? 'on' : String(one));
		}
	}
	return form;
}
