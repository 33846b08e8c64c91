import { Form } from '@remix-run/react';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { FocusNotice } from '#app/ui/focus-notice.tsx';

/** The form's talk was saved by an earlier try and stands with other words, or was taken back since: what became of it, and the way to it. */
export function EarlierNotice({ id, state }: { id: string; state: 'withdrawn' | 'differs' }) {
	return state === 'withdrawn' ? (
		<FocusNotice title={m.dialogues_withdrawn_title()}>
			<p>{m.dialogues_withdrawn_text()}</p>
			<Form method="post" action={paths.dialogueWithdrawal(id)} className="mt-2">
				<Button name="restore" value="1" size="sm" icon="undo">
					{m.dialogues_withdrawn_restore()}
				</Button>
			</Form>
		</FocusNotice>
	) : (
		<FocusNotice title={m.dialogues_earlier_title()}>
			<p>{m.dialogues_earlier_text()}</p>
			<a href={paths.editDialogue(id)} target="_blank" rel="noreferrer" className="inline-block py-1 font-medium underline underline-offset-2">
				{m.dialogues_earlier_open()}
			</a>
		</FocusNotice>
	);
}
