import { id, int, json, ref, table, text, uniqueIndex } from '../columns.ts';
import { editable } from './editable.ts';

/** The council's challenges (udfordringer), in the order of its vision text. */
export const challenges = table(
	'challenges',
	{ ...editable(), no: int().notNull(), nameDa: text().notNull(), nameEn: text().notNull(), textDa: text().notNull(), textEn: text().notNull() },
	(t) => [uniqueIndex('challenges_no').on(t.no)],
);

/** The council's goals (mål); data, since the programme changes with each election. */
export const goals = table(
	'goals',
	{ ...editable(), no: int().notNull(), nameDa: text().notNull(), nameEn: text().notNull(), textDa: text().notNull(), textEn: text().notNull() },
	(t) => [uniqueIndex('goals_no').on(t.no)],
);

/** What a talk can be about. */
export const topics = table(
	'topics',
	{
		...editable(),
		key: text().notNull(),
		position: int().notNull(),
		nameDa: text().notNull(),
		nameEn: text().notNull(),
		challengeId: ref().references(() => challenges.id),
		/** Goals proposed when the topic is chosen. */
		goalNos: json<number[]>().notNull().default([]),
	},
	(t) => [uniqueIndex('topics_key').on(t.key)],
);

/** Industry codes of NACE Rev. 2.1 with Danish and English labels (divisions, groups, classes). */
export const industries = table('industries', { code: id(), level: int().notNull(), da: text().notNull(), en: text().notNull() });
