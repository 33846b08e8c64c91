import { useAnswers } from '#app/http/use-answers.ts';
import { paths } from '#app/paths.ts';
import type { SkillHit } from '#app/skills/skills.ts';

/** Skills for what stands in the field; `answered` is the text the hits belong to. */
export function useSkillHits(text: string, isAsking: boolean): { hits: SkillHit[]; answered: string | null } {
	const typed = text.trim();
	const url = isAsking && typed.length >= 2 ? paths.skillHits(typed) : null;
	const { answer, answered } = useAnswers<{ hits: SkillHit[] }>(url);
	return { hits: answer?.hits ?? [], answered: url && answered === url ? typed : null };
}
