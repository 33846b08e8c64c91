import type { Viewer } from '#app/auth/viewer.ts';
import { PARKED, type Restored, restoredId, restoredResult } from '#app/http/restored.server.ts';
import { draftFor, newRecord, savedAt } from './drafts.server.ts';
import type { DraftKey } from './forms.ts';

/*
 * How a form keeps what is typed into it:
 *
 *   loader     const kept = await keptEdit(request, viewer, { form: 'company', recordId: id, label: name, baseVersion: version });
 *              const kept = await keptNew(request, viewer, { form: 'company', label: null });   // its `recordId` is the new record's id
 *              return { kept, … };
 *   page       lastResult={answer?.result ?? kept.restored}
 *   form       <DraftNotice {...kept} /> at the top, <KeepDraft {...kept} /> last among its <FormActions>
 *   command    await dropDraft(tx, viewer, { form: 'company', recordId: id }) in the write that saves
 */

export interface KeptForm extends DraftKey {
	path: string;
	label: string | null;
	baseVersion: number | null;
	draft: { updatedAt: Date } | null;
	savedAt: Date | null;
	restored: Restored | undefined;
}

/** The form of a record that is there: opens with one's own draft of it, wherever that was written. */
export async function keptEdit(request: Request, viewer: Viewer, given: DraftKey & { label: string; baseVersion: number }): Promise<KeptForm> {
	const [draft, saved] = await Promise.all([draftFor(viewer, given), savedAt(viewer, given)]);
	const restored = await restoredResult(request, viewer, draft);
	return { ...given, path: pathOf(request), draft: draft && { updatedAt: draft.updatedAt }, savedAt: saved, restored };
}

/** The form of a new record: opens with the draft the address asks for, under that draft's id, else empty under a fresh one. */
export async function keptNew(request: Request, viewer: Viewer, { form, label }: { form: string; label: string | null }): Promise<KeptForm> {
	const { id, draft } = await newRecord(request, viewer, form);
	const restored = await restoredResult(request, viewer, draft);
	return {
		form,
		recordId: restoredId(restored, id),
		label,
		baseVersion: null,
		path: pathOf(request),
		draft: draft && { updatedAt: draft.updatedAt },
		savedAt: null,
		restored,
	};
}

/** The form's own address, without what filled it this once. */
function pathOf(request: Request): string {
	const url = new URL(request.url);
	url.searchParams.delete('draft');
	url.searchParams.delete(PARKED);
	return `${url.pathname}${url.search}`;
}
