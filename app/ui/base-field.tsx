import type { SubmissionResult } from '@conform-to/react';
import { useHeld } from './use-held.ts';

/**
 * An edit form's hidden `_base`: what it showed when it was opened, so that two people's saves merge field by field
 * (`app/http/merge.ts`). After an answer of the server it is what the answer carries, never what the page loads beside its
 * fields: nothing is overwritten unseen.
 */
export function BaseField({ base, lastResult }: { base: string; lastResult: SubmissionResult<string[]> | undefined }) {
	const posted = lastResult?.initialValue?._base;
	return <input type="hidden" name="_base" value={useHeld(base, typeof posted === 'string' ? posted : undefined)} />;
}
