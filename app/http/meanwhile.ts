import { badRequest } from './errors.ts';

interface Meanwhile {
	/** Of the form; '' = the form as a whole. */
	field: string;
	sentence: string;
}

/**
 * What a form names has been archived, disabled or closed by somebody else since it was opened: to be thrown by a command.
 * Forms say so at the field, with everything typed still there; on any other road it is a bad request.
 */
export const meanwhile = (field: string, sentence: string) => Object.assign(badRequest(), { meanwhile: { field, sentence } satisfies Meanwhile });

/** What a command refused in this way; null for any other failure. */
export function meanwhileIn(thrown: unknown): Meanwhile | null {
	const { meanwhile: found } = typeof thrown === 'object' && thrown !== null ? (thrown as { meanwhile?: Meanwhile }) : {};
	return found ?? null;
}
