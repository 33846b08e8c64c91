import { useEffect, useState } from 'react';

const PAUSE_MS = 120;

interface Answers<T> {
	/** The last answer that came; it stays while the next one is awaited. */
	answer: T | null;
	/** The address it belongs to. */
	answered: string | null;
}

/** What the server says at an address that changes while one types, asked after a short pause; null asks nothing. */
export function useAnswers<T>(url: string | null): Answers<T> {
	const [answers, setAnswers] = useState<Answers<T>>({ answer: null, answered: null });
	useEffect(() => {
		if (!url) return setAnswers({ answer: null, answered: null });
		const asked = new AbortController();
		const timer = setTimeout(() => {
			fetch(url, { signal: asked.signal, headers: { accept: 'application/json' } })
				.then((response) => (response.ok && !response.redirected ? response.json() : null))
				.then((answer: T | null) => setAnswers({ answer, answered: url }))
				// Offline or overtaken by the next letter: the text itself is read by the server when the form is sent.
				.catch(() => undefined);
		}, PAUSE_MS);
		return () => {
			clearTimeout(timer);
			asked.abort();
		};
	}, [url]);
	return answers;
}
