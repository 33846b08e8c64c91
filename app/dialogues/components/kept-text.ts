import { useEffect, useState } from 'react';

// A firm that is not known yet is created on its own page; what was typed in the talk waits in this page's memory until
// the form opens again. Nothing of it is written to the browser's storage, and another person signing in meanwhile gets
// nothing of it.

const LIFETIME_MS = 3_600_000;

export interface KeptText {
	note: string;
	followUp: string;
}

let waiting: (KeptText & { ownerId: string; at: number }) | null = null;

export function keepText(ownerId: string, text: KeptText): void {
	if (text.note || text.followUp) waiting = { ...text, ownerId, at: Date.now() };
}

/** What waits for this person, once; null on the server and when there is nothing. */
export function useKeptText(ownerId: string | null): KeptText | null {
	const [kept, setKept] = useState<KeptText | null>(null);
	useEffect(() => {
		const text = ownerId ? takeText(ownerId) : null;
		// Set only when something waits: development mounts twice, and the second look finds nothing.
		if (text) setKept(text);
	}, [ownerId]);
	return kept;
}

function takeText(ownerId: string): KeptText | null {
	const text = waiting;
	waiting = null;
	return text && text.ownerId === ownerId && Date.now() - text.at < LIFETIME_MS ? text : null;
}
