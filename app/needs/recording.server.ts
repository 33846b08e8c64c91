import { eq, inArray, or } from 'drizzle-orm';
import { differences } from '#app/activity/differences.ts';
import { recordActivity } from '#app/activity/record.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { refreshFindable } from '#app/findable/refresh.server.ts';
import type { TalkBehind, Touched } from '#app/harvest/harvest.ts';
import { HarvestRefusal } from '#app/harvest/harvest.ts';
import { assertDistinct } from '#app/http/distinct-rows.server.ts';
import { badRequest } from '#app/http/errors.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { demand } from '#app/record/guard.server.ts';
import { isSkill, skillWorded } from '#app/skills/queries.server.ts';
import type { Db } from '#db/client.server.ts';
import { skillNeeds } from '#db/schema/index.ts';
import { needInWords } from './labels.ts';
import { hangsOn, type NeedRow } from './need.ts';
import { siteChosen } from './sites.server.ts';

type StoredNeed = typeof skillNeeds.$inferSelect;

/**
 * Brings a talk's needs to what its form says, row by row: a new id is a new need, a known one is revised when the form
 * showed its latest version, one taken out is put away. Rows the form does not name stay as they are. Throws
 * `HarvestRefusal` when the talk has no firm that could lack something, or somebody changed the same need meanwhile.
 * Answers the new ones, for the talk's line in the audit chain.
 */
export async function recordNeeds(tx: Db, viewer: Viewer, talk: TalkBehind, rows: readonly NeedRow[]): Promise<Touched[]> {
	if (rows.length === 0) return [];
	demand(viewer, 'record', 'need');
	assertDistinct(rows);
	const stored = await tx
		.select()
		.from(skillNeeds)
		.where(
			or(
				eq(skillNeeds.dialogueId, talk.id),
				inArray(
					skillNeeds.id,
					rows.map(({ id }) => id),
				),
			),
		);
	const byId = new Map(stored.map((need) => [need.id, need]));
	const now = new Date();
	for (const row of rows) {
		const before = byId.get(row.id);
		// An id of another talk's need: no form of ours sends it.
		if (before && before.dialogueId !== talk.id) throw badRequest();
		if (!before && row.isRemoved) continue;
		if (before && row.isRemoved) await putAway(tx, viewer, before, row, now);
		else if (before) await reviseRow(tx, viewer, talk, before, row, now);
		else await insertNeed(tx, viewer, talk, row, now);
		await refreshFindable(tx, { kind: 'need', id: row.id });
	}
	return rows.filter((row) => !row.isRemoved && !byId.has(row.id)).map(({ id }) => ({ kind: 'need', id }));
}

async function insertNeed(tx: Db, viewer: Viewer, talk: TalkBehind, row: NeedRow, now: Date) {
	const values = { id: row.id, dialogueId: talk.id, unitId: talk.unitId, createdAt: now, updatedAt: now };
	await tx.insert(skillNeeds).values({ ...values, ...(await contentOf(tx, viewer, talk, row)) });
}

async function reviseRow(tx: Db, viewer: Viewer, talk: TalkBehind, before: StoredNeed, row: NeedRow, now: Date) {
	const changes = differences<Record<string, unknown>>(before, await contentOf(tx, viewer, talk, row, before));
	if (Object.keys(changes).length === 0) return;
	// A new row sent twice carries no version: it showed the first one.
	if ((row.version ?? 1) !== before.version) throw changedMeanwhile(before, row);
	const after = Object.fromEntries(Object.entries(changes).map(([field, [, value]]) => [field, value]));
	await tx
		.update(skillNeeds)
		.set({ ...after, version: before.version + 1, updatedAt: now })
		.where(eq(skillNeeds.id, before.id));
	await recordActivity(
		tx,
		{ kind: 'user', id: viewer.id },
		{ verb: 'need.revised', subject: { kind: 'need', id: before.id }, also: hangsOn(before), changes },
	);
}

async function putAway(tx: Db, viewer: Viewer, before: StoredNeed, row: NeedRow, now: Date) {
	if (before.archivedAt) return;
	if ((row.version ?? 1) !== before.version) throw changedMeanwhile(before, row);
	await tx
		.update(skillNeeds)
		.set({ archivedAt: now, updatedAt: now, version: before.version + 1 })
		.where(eq(skillNeeds.id, before.id));
	await recordActivity(
		tx,
		{ kind: 'user', id: viewer.id },
		{ verb: 'need.archived', subject: { kind: 'need', id: before.id }, also: hangsOn(before) },
	);
}

function changedMeanwhile(stands: StoredNeed, row: NeedRow): HarvestRefusal {
	const sentence = m.dialogues_need_changed({ need: needInWords(stands) });
	return new HarvestRefusal({ [`needs[${row.at}].version`]: [sentence] }, 409, { [`needs[${row.at}].version`]: stands.version });
}

/** The columns a row of the form speaks of. A need somebody took up again through the form is there again. */
async function contentOf(tx: Db, viewer: Viewer, talk: TalkBehind, row: NeedRow, before?: StoredNeed) {
	const { companyId, siteId: siteOfTalk } = placeOf(talk, row);
	const field = `needs[${row.at}].siteId`;
	const siteId = await siteChosen(tx, viewer, companyId, row.siteId, { stands: before?.siteId ?? null, otherwise: siteOfTalk, field });
	const { wording, level, people, byOn, certainty } = row;
	// Without scripts the skill of the former words is sent along with the new ones.
	const isStale = before !== undefined && wording !== before.wording && row.skillId === before.skillId;
	const chosen = isStale ? null : row.skillId;
	if (chosen && !(await isSkill(tx, chosen))) throw badRequest();
	const skillId = chosen ?? (await skillWorded(tx, wording));
	return { companyId, siteId, skillId, wording, level, people, byOn, certainty, archivedAt: null };
}

/** The firm that lacks it: the one named, else the talk's first; and where the talk with it was. */
function placeOf({ subjects }: TalkBehind, row: NeedRow): { companyId: string; siteId: string | null } {
	const subject = subjects.find(({ thenCompanyId }) => thenCompanyId !== null && (row.companyId === null || thenCompanyId === row.companyId));
	if (!subject?.thenCompanyId) throw new HarvestRefusal({ [`needs[${row.at}].wording`]: [m.dialogues_need_without_firm()] }, 400);
	return { companyId: subject.thenCompanyId, siteId: subject.siteId };
}
