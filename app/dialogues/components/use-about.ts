import { useState } from 'react';
import { NO_CHOICES } from '#app/harvest/harvest.ts';
import { useAnswers } from '#app/http/use-answers.ts';
import { paths } from '#app/paths.ts';
import type { AboutSubjects } from '../about.server.ts';

/** What belongs to the subjects chosen: what the page came with, and what the server says once others are. */
export function useAbout(refs: readonly string[], given: AboutSubjects): AboutSubjects {
	const chosen = refs.join(' ');
	const [first] = useState(chosen);
	const { answer } = useAnswers<AboutSubjects>(chosen && chosen !== first ? paths.aboutSubjects(refs) : null);
	if (chosen === first) return given;
	return chosen && answer ? answer : NOTHING;
}

const NOTHING: AboutSubjects = { people: [], touches: { past: [], planned: [] }, harvest: NO_CHOICES };
