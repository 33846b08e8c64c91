import { and, desc, eq, isNull, like } from 'drizzle-orm';
import { hasDifferences } from '#app/activity/differences.ts';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { type Created, madeBefore, type Revised, recordDeed, revise, writeOnce } from '#app/editing/revise.server.ts';
import { refreshFindable } from '#app/findable/refresh.server.ts';
import { notFound } from '#app/http/errors.ts';
import { demand } from '#app/record/guard.server.ts';
import { colleagueGone } from '#app/record/meanwhile.server.ts';
import { type Db, write } from '#db/client.server.ts';
import { fold, sortName } from '#db/fold.ts';
import { leavingRemains, wipeRemains } from '#db/full-text.server.ts';
import { districts, users } from '#db/schema/index.ts';
import type { DistrictInput } from './district-form.server.ts';
import { boundsOf } from './placing.server.ts';
import { recountDistricts } from './summary.server.ts';

/**
 * Places the sites again after an outline changed, in the same transaction, and answers how many moved. Sites stand
 * to the right of districts in the order of features, so the route hands this in.
 */
export type Replace = (tx: Db, districtId: string) => Promise<number>;

/** Creates a district with a slug of its own. The same id again is the same district. */
export async function createDistrict(viewer: Viewer, input: DistrictInput, replace: Replace): Promise<Created & { slug: string }> {
	demand(viewer, 'create', 'district');
	const { id, name, boundary } = input;
	const subject = { kind: 'district', id } as const;
	const made = await writeOnce(async (tx) => {
		const [same] = await tx.select().from(districts).where(eq(districts.id, id));
		if (same) return { ...(await madeBefore(tx, viewer, subject, !hasDifferences(same, columnsOf(input)))), slug: same.slug };
		await requireResponsible(tx, input.responsibleId);
		const slug = await freeSlug(tx, name);
		const [last] = await tx.select({ no: districts.no }).from(districts).orderBy(desc(districts.no)).limit(1);
		const now = new Date();
		await tx.insert(districts).values({ id, no: (last?.no ?? 0) + 1, slug, ...columnsOf(input), createdAt: now, updatedAt: now });
		await recountDistricts(tx, [id]);
		if (boundary) await leavingRemains(tx, () => replace(tx, id));
		await recordDeed(tx, viewer, { verb: 'district.created', subject, changes: { name: [null, name] } });
		return { kind: 'saved' as const, id, slug };
	});
	if (boundary) await wipeRemains(write);
	return made;
}

/** Changes a district; a new outline places the sites again, those set by hand excepted. `moved`: how many of them. */
export async function reviseDistrict(viewer: Viewer, input: DistrictInput, replace: Replace): Promise<Revised & { moved: number }> {
	demand(viewer, 'revise', 'district');
	const { id, version } = input;
	const subject = { kind: 'district', id } as const;
	const revised = await write(async (tx) => {
		const [before] = await tx
			.select()
			.from(districts)
			.where(and(eq(districts.id, id), within(viewer, 'districts')));
		if (!before) throw notFound();
		if (input.responsibleId !== before.responsibleId) await requireResponsible(tx, input.responsibleId);
		const { boundary, ...derived } = columnsOf(input);
		const { name, identity, targetDivisions, responsibleId, colour, boundaryNote } = derived;
		const isRedrawn = hasDifferences(before, { boundary });
		let moved = 0;
		const answer = await revise(tx, viewer, subject, {
			...{ before, version, wanted: { name, identity, targetDivisions, responsibleId, colour, boundaryNote }, derived: { ...derived, boundary } },
			// The outline itself stays out of the audit line: it says that it changed, not 20,000 points.
			beside: isRedrawn ? { boundary: [before.boundary?.type ?? null, boundary?.type ?? null] } : {},
			after: async () => {
				if (isRedrawn) moved = await leavingRemains(tx, () => replace(tx, id));
				await refreshFindable(tx, subject);
			},
		});
		return { ...answer, moved };
	});
	if (revised.moved > 0) await wipeRemains(write);
	return revised;
}

function columnsOf({ name, identity, targetDivisions, responsibleId, colour, boundary, boundaryNote }: DistrictInput) {
	return { name, sortName: sortName(name), identity, targetDivisions, responsibleId, colour, boundary, boundaryNote, ...boundsOf(boundary) };
}

async function requireResponsible(tx: Db, userId: string | null) {
	if (userId === null) return;
	const [user] = await tx
		.select({ id: users.id })
		.from(users)
		.where(and(eq(users.id, userId), isNull(users.disabledAt)));
	if (!user) throw await colleagueGone(tx, 'responsibleId', [userId]);
}

/** "Hvissinge/Tavleholm Nord" → "hvissinge-tavleholm-nord", with a number behind it when another district has it. */
async function freeSlug(tx: Db, name: string): Promise<string> {
	const plain =
		fold(name)
			.replace(/[^a-z0-9]+/g, '-')
			.replace(/^-+|-+$/g, '')
			.slice(0, 60) || 'district';
	// "new" is the address of the form itself.
	const wanted = plain === 'new' ? 'new-1' : plain;
	const rows = await tx
		.select({ slug: districts.slug })
		.from(districts)
		.where(like(districts.slug, `${wanted}%`));
	const taken = new Set(rows.map(({ slug }) => slug));
	if (!taken.has(wanted)) return wanted;
	for (let number = 2; ; number++) if (!taken.has(`${wanted}-${number}`)) return `${wanted}-${number}`;
}
