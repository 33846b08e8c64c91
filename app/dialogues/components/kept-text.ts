import { useEffect, useState } from 'react';

// A firm that is not known yet is created on its own page; what was typed in the talk waits in this tab until the
// form opens again. Session storage ends with the tab, and another person signing in meanwhile gets nothing of it.

const KEY = 'distrikt.talk';
const LIFETIME_MS = 3_600_000;

export interface KeptText {
	note: string;
	followUp: string;
}

export function keepText(ownerId: string, text: KeptText): void {
	if (!text.note && !text.followUp) return;
	try {
		sessionStorage.setItem(KEY, JSON.stringify({ ownerId, at: Date.now(), ...text }));
	} catch {
		// Storage may be switched off or full; leaving then asks first, as everywhere else.
	}
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
	try {
		const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
		sessionStorage.removeItem(KEY);
		return isKept(kept) && kept.ownerId === ownerId && Date.now() - kept.at < LIFETIME_MS ? { note: kept.note, followUp: kept.followUp } : null;
	} catch {
		return null;
	}
}

const isKept = (kept: unknown): kept is KeptText & { ownerId: string; at: number } =>
	typeof kept === 'object' && kept !== null && 'note' in kept && 'followUp' in kept && 'ownerId' in kept && 'at' in kept;
