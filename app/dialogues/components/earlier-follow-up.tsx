import { useEffect, useRef } from 'react';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { Notice } from '#app/ui/notice.tsx';

/** The form's follow-up was saved by an earlier try and stands with other words: the way to it. */
export function EarlierFollowUp({ id }: { id: string }) {
	const box = useRef<HTMLDivElement>(null);
	useEffect(() => box.current?.focus(), []);
	return (
		<div ref={box} tabIndex={-1} className="mb-4">
			<Notice tone="warning" role="alert" title={m.dialogues_follow_up_earlier_title()}>
				<p>{m.dialogues_follow_up_earlier_text()}</p>
				<a href={paths.editFollowUp(id)} target="_blank" rel="noreferrer" className="inline-block py-1 font-medium underline underline-offset-2">
					{m.dialogues_follow_up_earlier_open()}
				</a>
			</Notice>
		</div>
	);
}
