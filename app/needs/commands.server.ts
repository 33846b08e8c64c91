import { and, eq } from 'drizzle-orm';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { type Revised, revise } from '#app/editing/revise.server.ts';
import { badRequest, notFound } from '#app/http/errors.ts';
import { demand } from '#app/record/guard.server.ts';
import { isSkill, skillWorded } from '#app/skills/queries.server.ts';
import { type Db, write } from '#db/client.server.ts';
import { skillNeeds } from '#db/schema/index.ts';
import { hangsOn } from './need.ts';
import type { NeedInput } from './need-form.server.ts';
import { wordingReadable } from './rights.server.ts';
import { siteChosen } from './sites.server.ts';

/** Revises a need or says what became of it: met or dropped. Any consultant may who reads its wording: what a firm lacks is everybody's to keep up to date. */
export async function reviseNeed(viewer: Viewer, id: string, input: NeedInput): Promise<Revised> {
	demand(viewer, 'record', 'need');
	return write(async (tx) => {
		const [before] = await tx
			.select()
			.from(skillNeeds)
			.where(and(eq(skillNeeds.id, id), within(viewer, 'skillNeeds'), wordingReadable(viewer)));
		if (!before) throw notFound();
		const { version, wording, level, people, by: byOn, certainty, state } = input;
		const siteId = await siteChosen(tx, viewer, before.companyId, input.siteId, { stands: before.siteId, otherwise: before.siteId });
		const wanted = { wording, level, people, byOn, certainty, state, siteId, skillId: await skillOf(tx, before, input) };
		return revise(tx, viewer, { kind: 'need', id }, { before, version, wanted, also: hangsOn(before) });
	});
}

/** The skill chosen, else the one the wording names; words nobody touched keep theirs. */
async function skillOf(tx: Db, before: { wording: string; skillId: string | null }, { wording, skillId }: NeedInput): Promise<string | null> {
	if (skillId) {
		if (!(await isSkill(tx, skillId))) throw badRequest();
		return skillId;
	}
	return wording === before.wording && before.skillId ? before.skillId : skillWorded(tx, wording);
}
