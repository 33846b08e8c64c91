import { choice, day, index, int, json, ref, sortText, table, text, uniqueIndex } from '../columns.ts';
import { CERTAINTIES, NEED_STATES, SKILL_KINDS } from '../vocabulary.ts';
import { units } from './accounts.ts';
import { companies, sites } from './companies.ts';
import { dialogues } from './dialogues.ts';
import { editable } from './editable.ts';

/** Skills, certificates, licences and languages: the vocabulary of needs and, later, of candidates. */
export const skills = table(
	'skills',
	{
		...editable(),
		/** Key of the shipped list; null for one added here. */
		key: text(),
		groupKey: text().notNull(),
		kind: choice(SKILL_KINDS).notNull(),
		nameDa: text().notNull(),
		nameEn: text().notNull(),
		sortName: sortText().notNull(),
		/** Other words for it: trades ("smed"), short forms ("CNC"), other spellings. */
		aliases: json<string[]>().notNull().default([]),
		escoUri: text(),
	},
	(t) => [uniqueIndex('skills_key').on(t.key), index('skills_sort').on(t.sortName, t.id)],
);

/** What a firm lacks: so many people with this skill at this level, by then. */
export const skillNeeds = table(
	'skill_needs',
	{
		...editable(),
		companyId: ref()
			.notNull()
			.references(() => companies.id),
		siteId: ref().references(() => sites.id),
		skillId: ref().references(() => skills.id),
		/** The need in the firm's words ("svejser"); stands alone where no skill of the list fits. */
		wording: text().notNull(),
		/** 1 knows of it, 2 practised, 3 works alone, 4 expert; null = not said. */
		level: int(),
		/** How many people; null = not said. */
		people: int(),
		byOn: day(),
		certainty: choice(CERTAINTIES).notNull().default('likely'),
		state: choice(NEED_STATES).notNull().default('open'),
		/** The talk it was named in. */
		dialogueId: ref().references(() => dialogues.id),
		unitId: ref()
			.notNull()
			.references(() => units.id),
	},
	(t) => [
		index('skill_needs_company').on(t.companyId, t.state, t.id),
		index('skill_needs_site').on(t.siteId),
		index('skill_needs_dialogue').on(t.dialogueId, t.id),
		index('skill_needs_skill').on(t.skillId, t.state, t.id),
		index('skill_needs_state').on(t.state, t.byOn, t.id),
	],
);
