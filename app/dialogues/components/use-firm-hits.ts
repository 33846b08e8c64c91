import { useEffect, useState } from 'react';
import type { CompanyHit } from '#app/companies/hits.server.ts';
import { paths } from '#app/paths.ts';

const PAUSE_MS = 120;

/** Firms for what stands in the field, asked for after a short pause; `answered` is the text the hits belong to. */
export function useFirmHits(text: string, isAsking: boolean): { hits: CompanyHit[]; answered: string | null } {
	const [answer, setAnswer] = useState<{ hits: CompanyHit[]; answered: string | null }>({ hits: [], answered: null });
	const typed = text.trim();
	useEffect(() => {
		if (!isAsking || !typed) return setAnswer({ hits: [], answered: null });
		const asked = new AbortController();
		const timer = setTimeout(() => {
			fetch(paths.companyHits(typed), { signal: asked.signal, headers: { accept: 'application/json' } })
				.then((response) => (response.ok && !response.redirected ? response.json() : { hits: [] }))
				.then(({ hits }: { hits: CompanyHit[] }) => setAnswer({ hits, answered: typed }))
				// Offline or overtaken by the next letter: the text itself is read by the server when the form is sent.
				.catch(() => undefined);
		}, PAUSE_MS);
		return () => {
			clearTimeout(timer);
			asked.abort();
		};
	}, [typed, isAsking]);
	return answer;
}
