import { and, eq, inArray, isNull, or } from 'drizzle-orm';
import { assessmentReadable, noteReadable, within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { followUpReadable } from '#app/follow-ups/queries.server.ts';
import { dayOf, formatDay, named } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { subjectsOf } from '#app/subjects/links.server.ts';
import { channelLabel } from '#app/touches/channel-labels.ts';
import { db } from '#db/client.server.ts';
import { attachments, companies, dialogues, districts, followUps, issues, landowners, skillNeeds, skills } from '#db/schema/index.ts';
import { visibleWhen } from '#db/sql.server.ts';
import type { Cards } from './cards.server.ts';

// What was written, each part only for those who may read it: the same conditions as on the pages themselves.

const line = (...parts: Array<string | null | undefined>) => parts.filter(Boolean).join(' · ');

/** Talks by their heading; what was said comes from `dialogueTexts`, for as many as are shown. */
export const dialogueCards: Cards = async (viewer, ids) => {
	const rows = await db
		.select({ id: dialogues.id, heldOn: dialogues.heldOn, channel: dialogues.channel })
		.from(dialogues)
		.where(and(inArray(dialogues.id, ids), within(viewer, 'dialogues')));
	const subjects = await subjectsOf(rows.map(({ id }) => id));
	return rows.map(({ id, heldOn, channel }) => ({
		...{ kind: 'dialogue' as const, id, to: paths.dialogue(id), on: heldOn },
		title: subjects.get(id)?.[0]?.name ?? channelLabel(channel),
		detail: line(formatDay(heldOn), channelLabel(channel)),
	}));
};

/** What of these talks this viewer may read, by their ids: the note, the assessment, or both, one after the other. */
export async function dialogueTexts(viewer: Viewer, ids: string[]): Promise<Map<string, string>> {
	const rows = await db
		.select({
			id: dialogues.id,
			note: visibleWhen(noteReadable(viewer), dialogues.note),
			assessment: visibleWhen(assessmentReadable(viewer), dialogues.assessment),
		})
		.from(dialogues)
		.where(and(inArray(dialogues.id, ids), within(viewer, 'dialogues')));
	return new Map(rows.map(({ id, note, assessment }) => [id, [note, assessment].filter(Boolean).join('\n')]));
}

/** Those of these talks of which this viewer may read a part at all. */
export async function readableTalks(viewer: Viewer, ids: string[]): Promise<Set<string>> {
	if (ids.length === 0) return new Set();
	const rows = await db
		.select({ id: dialogues.id })
		.from(dialogues)
		.where(and(inArray(dialogues.id, ids), within(viewer, 'dialogues'), or(noteReadable(viewer), assessmentReadable(viewer))));
	return new Set(rows.map(({ id }) => id));
}

export const needCards: Cards = async (viewer, ids) => {
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
			detail: line(company),
			to: paths.company(companyId),
			text: [...words].join(', '),
			on: dayOf(createdAt),
		};
	});
};

/** An issue that a talk raised says what that talk's note says. */
export const issueCards: Cards = async (viewer, ids) => {
	const rows = await db
		.select({
			...{ id: issues.id, title: issues.title, openedOn: issues.openedOn },
			...{ company: companies.name, landowner: landowners.name, district: districts.name },
		})
		.from(issues)
		.leftJoin(dialogues, eq(dialogues.id, issues.raisedInId))
		.leftJoin(companies, eq(companies.id, issues.companyId))
		.leftJoin(landowners, eq(landowners.id, issues.landownerId))
		.leftJoin(districts, eq(districts.id, issues.districtId))
		.where(and(inArray(issues.id, ids), within(viewer, 'issues'), or(isNull(issues.raisedInId), noteReadable(viewer))));
	return rows.map(({ id, title, openedOn, company, landowner, district }) => ({
		...{ kind: 'issue' as const, id, title, to: paths.issue(id), text: title, on: openedOn },
		detail: line(company ?? landowner ?? district, formatDay(openedOn)),
	}));
};

export const followUpCards: Cards = async (viewer, ids) => {
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
		detail: line(company ?? landowner, dueOn && m.search_due({ day: formatDay(dueOn) })),
		to: dialogueId
			? paths.dialogue(dialogueId)
			: companyId
				? paths.company(companyId)
				: landownerId
					? paths.landowner(landownerId)
					: paths.editFollowUp(id),
	}));
};

/** A file leads to its talk, where it is opened. */
export const attachmentCards: Cards = async (viewer, ids) => {
	const rows = await db
		.select({ id: attachments.id, name: attachments.name, dialogueId: dialogues.id, heldOn: dialogues.heldOn })
		.from(attachments)
		.innerJoin(dialogues, eq(dialogues.id, attachments.dialogueId))
		.where(and(inArray(attachments.id, ids), isNull(attachments.archivedAt), within(viewer, 'dialogues'), noteReadable(viewer)));
	const subjects = await subjectsOf(rows.map(({ dialogueId }) => dialogueId));
	return rows.map(({ id, name, dialogueId, heldOn }) => ({
		...{ kind: 'attachment' as const, id, title: name, to: paths.dialogue(dialogueId), text: name, on: heldOn },
		detail: line(subjects.get(dialogueId)?.[0]?.name, formatDay(heldOn)),
	}));
};
