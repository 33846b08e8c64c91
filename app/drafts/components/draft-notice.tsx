import { m } from '#app/i18n/paraglide/messages.js';
import { Notice } from '#app/ui/notice.tsx';
import { DiscardButton, momentOf } from './keep-draft.tsx';
import type { Kept } from './use-draft-keeper.ts';

interface Props extends Pick<Kept, 'form' | 'recordId' | 'path'> {
	restored: { restored: { from: 'parked' | 'draft'; at: Date } } | undefined;
}

/** At the top of a form that opened with text typed earlier: where it comes from, and how to be rid of it. Put inside the `<Form>`. */
export function DraftNotice({ restored, ...draft }: Props) {
	if (!restored) return null;
	const { from, at } = restored.restored;
	return (
		<div className="mb-4" data-screen-only>
			{from === 'parked' ? (
				<Notice tone="success" role="status" title={m.drafts_parked_title()}>
					{m.drafts_parked_text()}
				</Notice>
			) : (
				<Notice role="status" action={<DiscardButton {...draft} />}>
					{m.drafts_restored({ at: momentOf(at) })}
				</Notice>
			)}
		</div>
	);
}
