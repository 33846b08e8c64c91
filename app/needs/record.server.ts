import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { within } from '#app/auth/scope.server.ts';
import { firmsIn } from '#app/companies/findable.server.ts';
import { textEntries } from '#app/findable/entry.ts';
import { dayOf, named } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { type Cards, detailLine } from '#app/record/card.ts';
import { wordIn } from '#app/record/history-fields.ts';
import type { Kind, Told } from '#app/record/kind.server.ts';
import { type Db, db } from '#db/client.server.ts';
import type { Entry } from '#db/full-text.server.ts';
import { companies, skillNeeds, skills } from '#db/schema/index.ts';
import { CERTAINTIES, NEED_STATES } from '#db/vocabulary.ts';
import { certaintyLabel, levelLabel, needStateLabel } from './labels.ts';
import { NEED } from './record.ts';

/** A need by the firm's words and by every name of the skill. */
async function entries(tx: Db, ids: string[]): Promise<Entry[]> {
	const rows = await tx
		.select({ id: skillNeeds.id, wording: skillNeeds.wording, nameDa: skills.nameDa, nameEn: skills.nameEn, aliases: skills.aliases })
		.from(skillNeeds)
		.leftJoin(skills, eq(skills.id, skillNeeds.skillId))
		.where(and(inArray(skillNeeds.id, ids), isNull(skillNeeds.archivedAt)))
		.orderBy(asc(skillNeeds.id));
	return rows.flatMap(({ id, wording, nameDa, nameEn, aliases }) => textEntries('need', id, 'work', [wording, nameDa, nameEn, ...(aliases ?? [])]));
}

const cards: Cards = async (viewer, ids) => {
	const rows = await db
		.select({
			...{ id: skillNeeds.id, wording: skillNeeds.wording, companyId: companies.id, company: companies.name, createdAt: skillNeeds.createdAt },
			...{ nameDa: skills.nameDa, nameEn: skills.nameEn, aliases: skills.aliases },
		})
		.from(skillNeeds)
		.innerJoin(companies, eq(companies.id, skillNeeds.companyId))
		.leftJoin(skills, eq(skills.id, skillNeeds.skillId))
		.where(and(inArray(skillNeeds.id, ids), within(viewer, 'skillNeeds'), within(viewer, 'companies')));
	return rows.map(({ id, wording, companyId, company, createdAt, nameDa, nameEn, aliases }) => {
		const skill = nameDa && nameEn ? named({ nameDa, nameEn }) : null;
		const words = new Set([wording, skill, nameDa, nameEn, ...(aliases ?? [])].filter((word) => word !== null));
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
			.where(and(inArray(skillNeeds.id, ids), within(viewer, 'skillNeeds', { archived: true })));
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
