import { formatDay } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { CERTAINTIES, type Certainty, NEED_STATES, type NeedState } from '#db/vocabulary.ts';

// Needs in words, for the screen and for sentences. Browser-safe.

const LEVELS = [
	() => m.dialogues_need_level_1(),
	() => m.dialogues_need_level_2(),
	() => m.dialogues_need_level_3(),
	() => m.dialogues_need_level_4(),
] as const;

/** 1 "kendskab" … 4 "ekspert". */
export const levelLabel = (level: number): string => LEVELS[level - 1]?.() ?? '';
export const levelOptions = () => LEVELS.map((label, at) => ({ value: String(at + 1), label: label() }));

const CERTAINTY: Record<Certainty, () => string> = {
	certain: () => m.dialogues_need_certain(),
	likely: () => m.dialogues_need_likely(),
	possible: () => m.dialogues_need_possible(),
};
export const certaintyLabel = (certainty: Certainty): string => CERTAINTY[certainty]();
export const certaintyOptions = () => CERTAINTIES.map((value) => ({ value, label: certaintyLabel(value) }));

const STATE: Record<NeedState, () => string> = {
	open: () => m.dialogues_need_open(),
	met: () => m.dialogues_need_met(),
	dropped: () => m.dialogues_need_dropped(),
};
export const needStateLabel = (state: NeedState): string => STATE[state]();
export const needStateOptions = () => NEED_STATES.map((value) => ({ value, label: needStateLabel(value) }));

interface NeedSaid {
	wording: string;
	level: number | null;
	people: number | null;
	byOn: string | null;
}

/** "svejser, 2 personer, ekspert, senest 01.03.2027". */
export const needInWords = ({ wording, level, people, byOn }: NeedSaid): string =>
	[
		wording,
		people && m.dialogues_need_people_count({ count: people }),
		level && levelLabel(level),
		byOn && m.dialogues_need_by_day({ day: formatDay(byOn) }),
	]
		.filter(Boolean)
		.join(', ');
