import { and, desc, eq, like } from 'drizzle-orm';
import { type Conflict, conflictWith } from '#app/activity/edition.server.ts';
import { recordActivity } from '#app/activity/record.server.ts';
import { can } from '#app/auth/policy.ts';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { dropDraft } from '#app/drafts/drafts.server.ts';
import { refreshFindable } from '#app/findable/refresh.server.ts';
import { badRequest, forbidden, notFound } from '#app/http/errors.ts';
import { type Db, write } from '#db/client.server.ts';
import { fold, sortName } from '#db/fold.ts';
import { districts, users } from '#db/schema/index.ts';
import { isDuplicate } from '#db/sql.server.ts';
import type { DistrictInput } from './district-form.server.ts';
import { boundsOf } from './placing.server.ts';
import { recountDistricts } from './summary.server.ts';

/**
 * Places the sites again after an outline changed, in the same transaction, and answers how many moved. Sites stand
 * to the right of districts in the order of features, so the route hands this in.
 */
export type Replace = (tx: Db, districtId: string) => Promise<number>;

/** Creates a district with a slug of its own. The same id again is the same district; `differs` when it stands with other words. */
export async function createDistrict(
	viewer: Viewer,
	input: DistrictInput,
	replace: Replace,
): Promise<{ slug: string; state: 'created' | 'differs' }> {
	if (!can(viewer, 'create', 'district')) throw forbidden();
	const attempt = () =>
		write(async (tx) => {
			const [same] = await tx.select().from(districts).where(eq(districts.id, input.id));
			if (same && Object.keys(changesOf(same, input)).length > 0) return { slug: same.slug, state: 'differs' as const };
			await dropDraft(tx, viewer, { form: 'district', recordId: input.id });
			if (same) return { slug: same.slug, state: 'created' as const };
			await requireResponsible(tx, input.responsibleId);
			const slug = await freeSlug(tx, input.name);
			const [last] = await tx.select({ no: districts.no }).from(districts).orderBy(desc(districts.no)).limit(1);
			const now = new Date();
			await tx.insert(districts).values({ id: input.id, no: (last?.no ?? 0) + 1, slug, ...columnsOf(input), createdAt: now, updatedAt: now });
			await recountDistricts(tx, [input.id]);
			if (input.boundary) await replace(tx, input.id);
			await refreshFindable(tx, { kind: 'district', id: input.id });
			await recordActivity(
				tx,
				{ kind: 'user', id: viewer.id },
				{ verb: 'district.created', subject: { kind: 'district', id: input.id }, changes: { name: [null, input.name] } },
			);
			return { slug, state: 'created' as const };
		});
	return attempt().catch((error: unknown) => {
		if (isDuplicate(error)) return attempt();
		throw error;
	});
}

export type DistrictRevised = { kind: 'revised'; slug: string; moved: number } | Conflict;

/** Changes a district; a new outline places the sites again, those set by hand excepted. */
export async function reviseDistrict(viewer: Viewer, input: DistrictInput, replace: Replace): Promise<DistrictRevised> {
	if (!can(viewer, 'revise', 'district')) throw forbidden();
	return write(async (tx): Promise<DistrictRevised> => {
		const [before] = await tx
			.select()
			.from(districts)
			.where(and(eq(districts.id, input.id), within(viewer, 'districts')));
		if (!before) throw notFound();
		const changes = changesOf(before, input);
		if (Object.keys(changes).length === 0) {
			await dropDraft(tx, viewer, { form: 'district', recordId: before.id });
			return { kind: 'revised', slug: before.slug, moved: 0 };
		}
		await requireResponsible(tx, input.responsibleId);
		const changed = await tx
			.update(districts)
			.set({ ...columnsOf(input), version: before.version + 1, updatedAt: new Date() })
			.where(and(eq(districts.id, before.id), eq(districts.version, input.version ?? 0)))
			.returning({ id: districts.id });
		if (changed.length === 0) return conflictWith(tx, { kind: 'district', id: before.id });
		await dropDraft(tx, viewer, { form: 'district', recordId: before.id });
		const moved = 'boundary' in changes ? await replace(tx, before.id) : 0;
		await refreshFindable(tx, { kind: 'district', id: before.id });
		await recordActivity(tx, { kind: 'user', id: viewer.id }, { verb: 'district.revised', subject: { kind: 'district', id: before.id }, changes });
		return { kind: 'revised', slug: before.slug, moved };
	});
}

function columnsOf({ name, identity, targetDivisions, responsibleId, colour, boundary, boundaryNote }: DistrictInput) {
	return { name, sortName: sortName(name), identity, targetDivisions, responsibleId, colour, boundary, boundaryNote, ...boundsOf(boundary) };
}

/** Field → before and after. The outline itself stays out of the audit line: it says that it changed, not 20,000 points. */
function changesOf(before: typeof districts.$inferSelect, input: DistrictInput): Record<string, readonly [unknown, unknown]> {
	const changes: Record<string, readonly [unknown, unknown]> = {};
	for (const field of ['name', 'identity', 'targetDivisions', 'responsibleId', 'colour', 'boundaryNote'] as const) {
		if (JSON.stringify(before[field]) !== JSON.stringify(input[field])) changes[field] = [before[field], input[field]];
	}
	if (JSON.stringify(before.boundary) !== JSON.stringify(input.boundary))
		changes.boundary = [before.boundary?.type ?? null, input.boundary?.type ?? null];
	return changes;
}

async function requireResponsible(tx: Db, userId: string | null) {
	if (userId === null) return;
	const [user] = await tx.select({ id: users.id }).from(users).where(eq(users.id, userId));
	if (!user) throw badRequest();
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
