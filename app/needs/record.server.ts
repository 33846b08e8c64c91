import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { within } from '#app/auth/scope.server.ts';
import { firmsIn } from '#app/companies/findable.server.ts';
import { audienceIn, textEntries } from '#app/findable/entry.ts';
import { TALK } from '#app/findable/of-talk.server.ts';
import { dayOf, named } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { type Cards, detailLine } from '#app/record/card.ts';
import { wordIn } from '#app/record/history-fields.ts';
import type { Kind, Told } from '#app/record/kind.server.ts';
import { type Db, db } from '#db/client.server.ts';
import type { Entry } from '#db/full-text.server.ts';
import { companies, dialogues, skillNeeds, skills } from '#db/schema/index.ts';
import { visibleWhen } from '#db/sql.server.ts';
import { CERTAINTIES, NEED_STATES } from '#db/vocabulary.ts';
import { certaintyLabel, levelLabel, needStateLabel } from './labels.ts';
import { NEED } from './record.ts';
import { readably, wordingReadable } from './rights.server.ts';

/** A need by the firm's words and by every name of the skill; of a confidential talk by the words for its unit, by the names for all. */
async function entries(tx: Db, ids: string[]): Promise<Entry[]> {
	const rows = await tx
		.select({ id: skillNeeds.id, wording: skillNeeds.wording, nameDa: skills.nameDa, nameEn: skills.nameEn, aliases: skills.aliases, ...TALK })
		.from(skillNeeds)
		.leftJoin(dialogues, eq(dialogues.id, skillNeeds.dialogueId))
		.leftJoin(skills, eq(skills.id, skillNeeds.skillId))
		.where(and(inArray(skillNeeds.id, ids), isNull(skillNeeds.archivedAt)))
		.orderBy(asc(skillNeeds.id));
	return rows.flatMap(({ id, wording, nameDa, nameEn, aliases, ...talk }) => {
		const names = [nameDa, nameEn, ...(aliases ?? [])];
		const audience = audienceIn(talk);
		const ofAll = textEntries('need', id, 'work', audience === 'work' ? [wording, ...names] : names);
		return audience === 'work' ? ofAll : [...ofAll, ...textEntries('need', id, audience, [wording, ...names])];
	});
}

const SKILL = { nameDa: skills.nameDa, nameEn: skills.nameEn };

const cards: Cards = async (viewer, ids) => {
	const rows = await db
		.select({
			...{ id: skillNeeds.id, companyId: companies.id, company: companies.name, createdAt: skillNeeds.createdAt },
			...{ wording: visibleWhen(wordingReadable(viewer), skillNeeds.wording), skill: SKILL, aliases: skills.aliases },
		})
		.from(skillNeeds)
		.innerJoin(companies, eq(companies.id, skillNeeds.companyId))
		.leftJoin(skills, eq(skills.id, skillNeeds.skillId))
		.where(and(inArray(skillNeeds.id, ids), within(viewer, 'skillNeeds'), within(viewer, 'companies')));
	return rows.map(readably).map(({ id, wording, companyId, company, createdAt, skill, aliases }) => {
		const names = skill ? [named(skill), skill.nameDa, skill.nameEn] : [];
		const words = new Set([wording, ...names, ...(aliases ?? [])]);
		return {
			kind: 'need',
			id,
			title: wording,
			detail: detailLine(company),
			to: paths.company(companyId),
			text: [...words].join(', '),
			on: dayOf(createdAt),
		};
	});
};

const inDistrict = (districtId: string) =>
	db
		.select({ id: skillNeeds.id })
		.from(skillNeeds)
		.where(inArray(skillNeeds.companyId, firmsIn(districtId)));

const told: Told = {
	async names(viewer, ids) {
		const rows = await db
			.select({ id: skillNeeds.id, wording: skillNeeds.wording })
			.from(skillNeeds)
			.where(and(inArray(skillNeeds.id, ids), within(viewer, 'skillNeeds', { archived: true }), wordingReadable(viewer)));
		return new Map(rows.map(({ id, wording }) => [id, wording]));
	},
	fields: {
		state: { label: () => m.dialogues_need_state(), words: wordIn(NEED_STATES, needStateLabel) },
		wording: { label: () => m.dialogues_need_wording() },
		level: { label: () => m.dialogues_need_level(), words: (stored) => levelLabel(Number(stored)) },
		people: { label: () => m.dialogues_need_people() },
		byOn: { label: () => m.dialogues_need_by() },
		certainty: { label: () => m.dialogues_need_certainty(), words: wordIn(CERTAINTIES, certaintyLabel) },
	},
};

export const needKind: Kind = {
	...NEED,
	table: skillNeeds,
	found: { drawer: 8, entries, cards, inDistrict },
	deeds: {
		'need.revised': () => m.upkeep_deed_need_revised(),
		'need.archived': () => m.upkeep_deed_need_removed(),
	},
	told,
};
