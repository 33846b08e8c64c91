import { useEffect, useRef } from 'react';
import { useUnsent } from '#app/http/keep-when-offline.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { Notice } from './notice.tsx';

const WORDS = { offline: m.shell_unsent, unanswered: m.shell_unanswered, forbidden: m.shell_unsent_forbidden };

/** Says in a form that it got no answer and that its text is kept. Each failed try says it anew. */
export function UnsentNotice() {
	const box = useRef<HTMLDivElement>(null);
	const unsent = useUnsent();
	useEffect(() => {
		if (unsent) box.current?.focus();
	}, [unsent]);
	if (!unsent) return null;
	return (
		<div ref={box} key={unsent.unsentAt} tabIndex={-1} className="mb-4">
			<Notice tone="danger" role="alert">
				{WORDS[unsent.why]()}
			</Notice>
		</div>
	);
}
