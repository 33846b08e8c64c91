import { useEffect, useState } from 'react';
import { paths } from '#app/paths.ts';
import type { Option } from '../options.server.ts';

const PAUSE_MS = 80;

interface Answer {
	options: Option[];
	/** The text the options belong to; null = none yet. */
	answered: string | null;
	/** The server gave no answer to the last question. */
	hasFailed: boolean;
}

/** What the palette offers for a text, asked for after a short pause, while `isAsking`. Older options stay until newer come. */
export function useOptions(text: string, isAsking: boolean): Answer {
	const [answer, setAnswer] = useState<Answer>({ options: [], answered: null, hasFailed: false });
	const typed = text.trim();
	useEffect(() => {
		if (!isAsking) return;
		const asked = new AbortController();
		const timer = setTimeout(
			() => {
				fetch(paths.searchHits(typed), { signal: asked.signal, headers: { accept: 'application/json' } })
					.then((response) => {
						if (!response.ok || response.redirected) throw new Error(String(response.status));
						return response.json();
					})
					.then(({ options }: { options: Option[] }) => setAnswer({ options, answered: typed, hasFailed: false }))
					.catch(() => {
						if (!asked.signal.aborted) setAnswer((before) => ({ ...before, hasFailed: true }));
					});
			},
			typed ? PAUSE_MS : 0,
		);
		return () => {
			clearTimeout(timer);
			asked.abort();
		};
	}, [typed, isAsking]);
	return answer;
}
