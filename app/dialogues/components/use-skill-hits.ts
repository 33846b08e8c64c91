import { useEffect, useState } from 'react';
import { paths } from '#app/paths.ts';
import type { SkillHit } from '#app/skills/skills.ts';

const PAUSE_MS = 120;

/** Skills for what stands in the field, asked for after a short pause; `answered` is the text the hits belong to. */
export function useSkillHits(text: string, isAsking: boolean): { hits: SkillHit[]; answered: string | null } {
	const [answer, setAnswer] = useState<{ hits: SkillHit[]; answered: string | null }>({ hits: [], answered: null });
	const typed = text.trim();
	useEffect(() => {
		if (!isAsking || typed.length < 2) return setAnswer({ hits: [], answered: null });
		const asked = new AbortController();
		const timer = setTimeout(() => {
			fetch(paths.skillHits(typed), { signal: asked.signal, headers: { accept: 'application/json' } })
				.then((response) => (response.ok && !response.redirected ? response.json() : { hits: [] }))
				.then(({ hits }: { hits: SkillHit[] }) => setAnswer({ hits, answered: typed }))
				// Offline or overtaken by the next letter: the words are kept as they are, and read by the server.
				.catch(() => undefined);
		}, PAUSE_MS);
		return () => {
			clearTimeout(timer);
			asked.abort();
		};
	}, [typed, isAsking]);
	return answer;
}
