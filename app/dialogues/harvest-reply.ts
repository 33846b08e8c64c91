import type { SubmissionResult } from '@conform-to/react';
import type { HarvestRefusal } from '#app/harvest/harvest.ts';

type Result = SubmissionResult<string[]>;

/** The answer to a talk's form one row of which was refused: what was typed, the sentence at its field, and the version now seen. */
export function replyToRefusal(submission: { reply(options: { fieldErrors: Record<string, string[]> }): Result }, refusal: HarvestRefusal): Result {
	const result = submission.reply({ fieldErrors: refusal.fieldErrors });
	const initialValue: NonNullable<Result['initialValue']> = { ...result.initialValue };
	for (const [name, version] of Object.entries(refusal.versions)) {
		const [, list = '', at = '', field = ''] = /^(\w+)\[(\d+)\]\.(\w+)$/.exec(name) ?? [];
		const rows = initialValue[list];
		if (!Array.isArray(rows)) continue;
		initialValue[list] = rows.map((row, place) => (place === Number(at) && isFields(row) ? { ...row, [field]: String(version) } : row));
	}
	return { ...result, initialValue };
}

const isFields = (row: unknown): row is Record<string, string> =>
	typeof row === 'object' && row !== null && !Array.isArray(row) && !(row instanceof Blob);
