import { useRef } from 'react';
import { dayOf, formatMoment, formatTime, today } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { classes } from '#app/ui/class-names.ts';
import { DISCARD } from '../forms.ts';
import type { KeepState } from '../keeper.ts';
import { type Kept, useDraftKeeper } from './use-draft-keeper.ts';

interface Props extends Kept {
	/** The draft the form opened with (`draftFor`, `newRecord`). */
	draft: { updatedAt: Date } | null;
	/** When the person last saved this record, where that was just now. */
	savedAt?: Date | null;
	/** What `restoredResult` gave back: a parked form has no draft yet and gets one at once. */
	restored?: { restored: { from: 'parked' | 'draft' } } | undefined;
}

/**
 * Put inside a `<Form>`, last among its `<FormActions>`: keeps what is typed as a draft on the server and says so. Warns
 * before the page is left while something is not kept. Without scripts it is an empty line; an expired sign-in is then
 * covered by parked forms (`app/auth/parked.server.ts`).
 */
export function KeepDraft({ draft, savedAt, restored, ...kept }: Props) {
	const line = useRef<HTMLDivElement>(null);
	const { state, keeper } = useDraftKeeper(line, kept, draft?.updatedAt ?? savedAt ?? null, restored?.restored.from === 'parked');
	const isTrouble = state.kind !== 'idle' && state.kind !== 'kept' && state.kind !== 'exists';
	return (
		<div
			ref={line}
			className="flex flex-wrap items-center gap-x-3 text-sm max-md:order-first max-md:basis-full md:ml-auto md:min-h-6"
			data-screen-only
		>
			<p role="status" className={classes(isTrouble ? 'font-medium text-danger' : 'text-muted')} data-figures>
				{sentenceOf(state)}
			</p>
			{state.kind === 'newer' && (
				<>
					<button type="button" className={LINK} onClick={() => keeper.current?.overrule(state.at)}>
						{m.drafts_keep_mine()}
					</button>
					<a href={reopened(kept)} target="_blank" rel="noreferrer" className={LINK}>
						{m.drafts_open_other()}
					</a>
				</>
			)}
			{state.kind === 'kept' && <DiscardButton {...kept} onDiscard={() => keeper.current?.pause()} />}
		</div>
	);
}

const LINK = 'min-h-6 underline underline-offset-2 hover:text-text';

/** Throws the draft away and opens the form anew. A submit button: it works before scripts do. */
export function DiscardButton({ form, recordId, path, onDiscard }: Pick<Kept, 'form' | 'recordId' | 'path'> & { onDiscard?: () => void }) {
	const to = paths.draft(form, recordId);
	return (
		<button
			type="submit"
			formAction={to}
			formNoValidate
			name={DISCARD}
			value="reopen"
			className={LINK}
			onClick={(event) => {
				event.preventDefault();
				onDiscard?.();
				// The form's fields keep what was typed until the page is loaded anew.
				void fetch(to, { method: 'POST', body: new URLSearchParams({ [DISCARD]: 'reopen' }), redirect: 'manual' }).then(() =>
					window.location.assign(path),
				);
			}}
		>
			{m.drafts_discard()}
		</button>
	);
}

const reopened = ({ path, recordId, baseVersion }: Kept) =>
	baseVersion === null ? `${path}${path.includes('?') ? '&' : '?'}draft=${recordId}` : path;

function sentenceOf(state: KeepState): string {
	switch (state.kind) {
		case 'idle':
			return '';
		case 'kept':
			return m.drafts_kept({ at: momentOf(state.at) });
		case 'newer':
			return m.drafts_newer({ at: momentOf(state.at) });
		case 'exists':
			return m.drafts_exists();
		case 'failed':
			return m.drafts_failed();
		case 'signed_out':
			return m.drafts_signed_out();
		case 'too_large':
			return m.drafts_too_large();
		case 'too_many':
			return m.drafts_too_many();
	}
}

/** "kl. 14.02" today, else with the day. */
export const momentOf = (at: Date): string => (dayOf(at) === today() ? m.drafts_clock({ time: formatTime(at) }) : formatMoment(at));
