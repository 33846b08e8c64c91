import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { FocusNotice } from '#app/ui/focus-notice.tsx';

/** The form's follow-up was saved by an earlier try and stands with other words: the way to it. */
export function EarlierFollowUp({ id }: { id: string }) {
	return (
		<FocusNotice title={m.dialogues_follow_up_earlier_title()}>
			<p>{m.dialogues_follow_up_earlier_text()}</p>
			<a href={paths.editFollowUp(id)} target="_blank" rel="noreferrer" className="inline-block py-1 font-medium underline underline-offset-2">
				{m.dialogues_follow_up_earlier_open()}
			</a>
		</FocusNotice>
	);
}
