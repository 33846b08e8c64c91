import { m } from '#app/i18n/paraglide/messages.js';
import { FocusNotice } from './focus-notice.tsx';

export interface Earlier {
	/** The record as it is saved. */
	to: string;
	/** Once its writer has been told, one more save under this id makes a record of its own. */
	freshId: string;
}

/** A form of a new record that was saved by an earlier try and has been typed further since: what became of it, and the way to it. */
export function EarlierNotice({ to }: Pick<Earlier, 'to'>) {
	return (
		<FocusNotice title={m.shell_earlier_title()}>
			<p>{m.shell_earlier_text()}</p>
			<a href={to} target="_blank" rel="noreferrer" className="inline-block py-1 font-medium underline underline-offset-2">
				{m.shell_earlier_open()}
			</a>
		</FocusNotice>
	);
}
