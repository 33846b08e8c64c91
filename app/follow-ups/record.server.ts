import { and, asc, eq, inArray, isNull, or } from 'drizzle-orm';
import { within } from '#app/auth/scope.server.ts';
import { firmsIn } from '#app/companies/findable.server.ts';
import { audienceIn, textEntries } from '#app/findable/entry.ts';
import { TALK } from '#app/findable/of-talk.server.ts';
import { dayOf, formatDay } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { ownersIn } from '#app/landowners/findable.server.ts';
import { paths } from '#app/paths.ts';
import { type Cards, detailLine } from '#app/record/card.ts';
import { wordIn } from '#app/record/history-fields.ts';
import type { Kind, Told } from '#app/record/kind.server.ts';
import { talksIn } from '#app/touches/in-district.server.ts';
import { type Db, db } from '#db/client.server.ts';
import type { Entry } from '#db/full-text.server.ts';
import { companies, dialogues, followUps, landowners } from '#db/schema/index.ts';
import { FOLLOW_UP_KINDS, FOLLOW_UP_STATES, type FollowUpState } from '#db/vocabulary.ts';
import { kindLabel } from './labels.ts';
import { followUpReadable } from './queries.server.ts';
import { FOLLOW_UP } from './record.ts';

/**
 * A follow-up without a talk is every work role's, about an owner alone its unit's. The assignee reads it too, wherever
 * they work: my day shows it to them, search does not.
 */
async function entries(tx: Db, ids: string[]): Promise<Entry[]> {
	const rows = await tx
		.select({
			id: followUps.id,
			text: followUps.text,
			unitId: followUps.unitId,
			companyId: followUps.companyId,
			landownerId: followUps.landownerId,
			dialogueId: followUps.dialogueId,
			...TALK,
		})
		.from(followUps)
		.leftJoin(dialogues, eq(dialogues.id, followUps.dialogueId))
		.where(and(inArray(followUps.id, ids), isNull(followUps.archivedAt)))
		.orderBy(asc(followUps.id));
	return rows.flatMap((followUp) => {
		const isOfOwnerAlone = followUp.dialogueId === null && followUp.landownerId !== null && followUp.companyId === null;
		return textEntries('followUp', followUp.id, isOfOwnerAlone ? `unit:${followUp.unitId}` : audienceIn(followUp), [followUp.text]);
	});
}

const cards: Cards = async (viewer, ids) => {
	const rows = await db
		.select({
			...{ id: followUps.id, text: followUps.text, dueOn: followUps.dueOn, dialogueId: followUps.dialogueId, createdAt: followUps.createdAt },
			...{ companyId: companies.id, company: companies.name, landownerId: landowners.id, landowner: landowners.name },
		})
		.from(followUps)
		.leftJoin(dialogues, eq(dialogues.id, followUps.dialogueId))
		.leftJoin(companies, eq(companies.id, followUps.companyId))
		.leftJoin(landowners, eq(landowners.id, followUps.landownerId))
		.where(and(inArray(followUps.id, ids), within(viewer, 'followUps'), followUpReadable(viewer)));
	return rows.map(({ id, text, dueOn, dialogueId, createdAt, companyId, company, landownerId, landowner }) => ({
		...{ kind: 'followUp' as const, id, title: text, text, on: dayOf(createdAt) },
		detail: detailLine(company ?? landowner, dueOn && m.search_due({ day: formatDay(dueOn) })),
		to: dialogueId
			? paths.dialogue(dialogueId)
			: companyId
				? paths.company(companyId)
				: landownerId
					? paths.landowner(landownerId)
					: paths.editFollowUp(id),
	}));
};

const inDistrict = (districtId: string) =>
	db
		.select({ id: followUps.id })
		.from(followUps)
		.where(
			or(
				inArray(followUps.companyId, firmsIn(districtId)),
				inArray(followUps.landownerId, ownersIn(districtId)),
				inArray(followUps.dialogueId, talksIn(districtId)),
			),
		);

const STATE: Record<FollowUpState, () => string> = {
	open: () => m.upkeep_value_open(),
	done: () => m.dialogues_follow_up_state_done(),
	broken: () => m.dialogues_promise_broken(),
	dropped: () => m.dialogues_follow_up_state_dropped(),
};

const told: Told = {
	async names(viewer, ids) {
		const rows = await db
			.select({ id: followUps.id, text: followUps.text })
			.from(followUps)
			.leftJoin(dialogues, eq(dialogues.id, followUps.dialogueId))
			.where(and(inArray(followUps.id, ids), within(viewer, 'followUps', { archived: true }), followUpReadable(viewer)));
		return new Map(rows.map(({ id, text }) => [id, text]));
	},
	fields: {
		state: { label: () => m.dialogues_need_state(), words: wordIn(FOLLOW_UP_STATES, (state) => STATE[state]()) },
		text: { label: () => m.dialogues_follow_up_text() },
		kind: { label: () => m.dialogues_follow_up_kind(), words: wordIn(FOLLOW_UP_KINDS, kindLabel) },
		dueOn: { label: () => m.dialogues_follow_up_due_field() },
		dueAtTime: { label: () => m.dialogues_held_at_time() },
		assigneeId: { label: () => m.dialogues_follow_up_assignee(), refersTo: 'one' },
		contactId: { label: () => m.dialogues_people(), refersTo: 'one' },
		unitId: { label: () => m.dialogues_unit(), refersTo: 'one' },
	},
};

export const followUpKind: Kind = {
	...FOLLOW_UP,
	table: followUps,
	found: { drawer: 10, entries, cards, inDistrict },
	deeds: {
		'followUp.agreed': () => m.upkeep_deed_follow_up_agreed(),
		'followUp.revised': () => m.upkeep_deed_follow_up_revised(),
		'followUp.settled': () => m.upkeep_deed_follow_up_settled(),
		'followUp.held': () => m.upkeep_deed_visit_held(),
		'followUp.released': () => m.upkeep_deed_visit_released(),
	},
	told,
};
