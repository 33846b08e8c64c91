import { compoundsOf, nameWords, searchWords } from '#db/fold.ts';
import type { Entry } from '#db/full-text.server.ts';

/** Everybody with a sign-in; the three work roles; one unit's field workers (and managers, who read every talk). */
export type Audience = 'all' | 'work' | `unit:${string}`;

type Texts = ReadonlyArray<string | null | undefined>;

/** A record found by its names, and by parts of them; `others` are numbers, addresses and the like, found from their beginning. */
export function nameEntry(kind: string, recordId: string, districtNo: number | null, names: Texts, others: Texts = []): Entry {
	return {
		kind,
		recordId,
		districtNo: districtNo ?? 0,
		audience: 'all',
		words: joined(nameWords(names), searchWords(others)),
		grams: nameWords(names),
	};
}

const joined = (...words: string[]) => [...new Set(words.join(' ').split(' '))].filter(Boolean).join(' ');

/** A text found by its words, and by parts of compound ones; nothing to find in it, no entry. */
export function textEntries(kind: string, recordId: string, audience: Audience, texts: Texts): Entry[] {
	const words = searchWords(texts);
	return words ? [{ kind, recordId, districtNo: 0, audience, words, grams: compoundsOf(words) }] : [];
}

/** Who may read a talk's note, and whatever says the same: follow-ups, issues it raised, names of its files. */
export const audienceOfNote = (talk: { confidentiality: string; isLandownerOnly: boolean; unitId: string }): Audience =>
	talk.confidentiality === 'open' && !talk.isLandownerOnly ? 'work' : `unit:${talk.unitId}`;

interface OfTalk {
	confidentiality: string | null;
	isLandownerOnly: boolean | null;
	talkUnitId: string | null;
}

/** As the talk's note where there is a talk; else every work role. */
export const audienceIn = ({ confidentiality, isLandownerOnly, talkUnitId }: OfTalk): Audience =>
	talkUnitId === null
		? 'work'
		: audienceOfNote({ confidentiality: confidentiality ?? '', isLandownerOnly: isLandownerOnly === true, unitId: talkUnitId });
