import { useAnswers } from '#app/http/use-answers.ts';
import { paths } from '#app/paths.ts';
import type { PlaceHit } from '../places.server.ts';

/** Firms, sites and owners for what stands in the field; `answered` is the text the hits belong to. */
export function usePlaceHits(text: string, isAsking: boolean): { hits: PlaceHit[]; answered: string | null } {
	const typed = text.trim();
	const url = isAsking && typed ? paths.placeHits(typed) : null;
	const { answer, answered } = useAnswers<{ hits: PlaceHit[] }>(url);
	return { hits: answer?.hits ?? [], answered: url && answered === url ? typed : null };
}
