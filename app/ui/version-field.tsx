import type { SubmissionResult } from '@conform-to/react';
import { useEffect, useRef } from 'react';
import { formatMoment } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { Notice } from './notice.tsx';

export interface VersionFieldProps {
	/** The version the page was opened with. */
	version: number;
	lastResult: SubmissionResult<string[]> | undefined;
	/** The edition somebody saved meanwhile, when the last answer was a conflict. */
	conflict: { version: number; by: string | null; at: Date } | null | undefined;
	/** Where the saved edition is read. */
	saved: string;
}

/**
 * Every edit form's hidden version: the one the person has seen. After a refusal that is what the form carried, not what
 * the page loads beside it; only the notice of a conflict moves it on, so that nothing is overwritten unseen.
 */
export function VersionField({ version, lastResult, conflict, saved }: VersionFieldProps) {
	const posted = lastResult?.initialValue?.version;
	const seen = conflict?.version ?? (typeof posted === 'string' ? posted : version);
	return (
		<>
			<input type="hidden" name="version" value={seen} />
			{conflict && <ConflictNotice key={conflict.version} {...conflict} saved={saved} />}
		</>
	);
}

function ConflictNotice({ by, at, saved }: { by: string | null; at: Date; saved: string }) {
	const box = useRef<HTMLDivElement>(null);
	useEffect(() => box.current?.focus(), []);
	const moment = formatMoment(at);
	return (
		<div ref={box} tabIndex={-1} className="mb-4">
			<Notice tone="warning" role="alert" title={m.shell_conflict_title()}>
				<p>{by ? m.shell_conflict_by({ name: by, at: moment }) : m.shell_conflict_at({ at: moment })}</p>
				<p>{m.shell_conflict_text()}</p>
				<a href={saved} target="_blank" rel="noreferrer" className="inline-block py-1 font-medium underline underline-offset-2">
					{m.shell_conflict_open()}
				</a>
			</Notice>
		</div>
	);
}
