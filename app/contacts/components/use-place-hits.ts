import { useEffect, useState } from 'react';
import { paths } from '#app/paths.ts';
import type { PlaceHit } from '../places.server.ts';

const PAUSE_MS = 120;

/** Firms, sites and owners for what stands in the field, asked for after a short pause; `answered` is the text the hits belong to. */
export function usePlaceHits(text: string, isAsking: boolean): { hits: PlaceHit[]; answered: string | null } {
	const [answer, setAnswer] = useState<{ hits: PlaceHit[]; answered: string | null }>({ hits: [], answered: null });
	const typed = text.trim();
	useEffect(() => {
		if (!isAsking || !typed) return setAnswer({ hits: [], answered: null });
		const asked = new AbortController();
		const timer = setTimeout(() => {
			fetch(paths.placeHits(typed), { signal: asked.signal, headers: { accept: 'application/json' } })
				.then((response) => (response.ok && !response.redirected ? response.json() : { hits: [] }))
				.then(({ hits }: { hits: PlaceHit[] }) => setAnswer({ hits, answered: typed }))
				// Offline or overtaken by the next letter: the server reads the text itself when the form is sent.
				.catch(() => undefined);
		}, PAUSE_MS);
		return () => {
			clearTimeout(timer);
			asked.abort();
		};
	}, [typed, isAsking]);
	return answer;
}
