import { useEffect, useState } from 'react';
import { m } from '#app/i18n/paraglide/messages.js';
import { Button } from '#app/ui/button.tsx';

/** Prints the page as it stands; before the script, and without it, the browser's own menu does. */
export function PrintButton() {
	const [isLive, setLive] = useState(false);
	useEffect(() => setLive(true), []);
	return isLive ? (
		<Button type="button" onClick={() => window.print()}>
			{m.dialogues_prep_print()}
		</Button>
	) : null;
}
