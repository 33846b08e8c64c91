import { and, desc, eq, isNull } from 'drizzle-orm';
import { differences, hasDifferences } from '#app/activity/differences.ts';
import { type Conflict, conflictWith } from '#app/activity/edition.server.ts';
import { recordActivity } from '#app/activity/record.server.ts';
import { actingUnit } from '#app/auth/acting.ts';
import { can } from '#app/auth/policy.ts';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { dropDraft } from '#app/drafts/drafts.server.ts';
import { badRequest, forbidden, notFound } from '#app/http/errors.ts';
import { today } from '#app/i18n/format.ts';
import { db, write } from '#db/client.server.ts';
import { isId } from '#db/new-id.ts';
import { companies, companyCommitments, units } from '#db/schema/index.ts';
import { isDuplicate } from '#db/sql.server.ts';
import { actorOf } from './by-hand.server.ts';
import type { CommitmentInput } from './commitment-form.server.ts';

const MOST_SHOWN = 100;

const COLUMNS = {
	id: companyCommitments.id,
	version: companyCommitments.version,
	companyId: companyCommitments.companyId,
	kind: companyCommitments.kind,
	places: companyCommitments.places,
	note: companyCommitments.note,
	fromOn: companyCommitments.fromOn,
	toOn: companyCommitments.toOn,
	unitName: units.name,
};

/** What a firm has said it takes part in, the latest first; `isEnded` once its last day has passed. */
export async function commitmentsOf(viewer: Viewer, companyId: string) {
	if (!can(viewer, 'see', 'commitment')) return [];
	const day = today();
	const rows = await db
		.select(COLUMNS)
		.from(companyCommitments)
		.innerJoin(companies, eq(companies.id, companyCommitments.companyId))
		.innerJoin(units, eq(units.id, companyCommitments.unitId))
		.where(and(eq(companyCommitments.companyId, companyId), isNull(companyCommitments.archivedAt), within(viewer, 'companies', { archived: true })))
		.orderBy(desc(companyCommitments.fromOn), desc(companyCommitments.id))
		.limit(MOST_SHOWN);
	return rows.map((row) => ({ ...row, isEnded: row.toOn !== null && row.toOn < day }));
}
export type CommitmentShown = Awaited<ReturnType<typeof commitmentsOf>>[number];

/** One commitment with its firm's name; 404 when it is not there. */
export async function commitmentFor(viewer: Viewer, id: string | undefined) {
	if (!isId(id) || !can(viewer, 'see', 'commitment')) throw notFound();
	const [row] = await db
		.select({ ...COLUMNS, companyName: companies.name })
		.from(companyCommitments)
		.innerJoin(companies, eq(companies.id, companyCommitments.companyId))
		.innerJoin(units, eq(units.id, companyCommitments.unitId))
		.where(and(eq(companyCommitments.id, id), isNull(companyCommitments.archivedAt), within(viewer, 'companies', { archived: true })));
	if (!row) throw notFound();
	return row;
}

/**
 * Records what a firm takes part in, for the viewer's first field unit. The same id again is the same commitment, and
 * `differs` where it stands with other words.
 */
export async function recordCommitment(
	viewer: Viewer,
	companyId: string,
	{ version: _version, ...input }: CommitmentInput,
): Promise<'recorded' | 'differs'> {
	if (!can(viewer, 'record', 'commitment')) throw forbidden();
	const unitId = actingUnit(viewer, null);
	if (!unitId) throw forbidden();
	const attempt = () =>
		write(async (tx) => {
			const [same] = await tx.select().from(companyCommitments).where(eq(companyCommitments.id, input.id));
			if (same && same.companyId !== companyId) throw badRequest();
			if (same) return hasDifferences(same, input) || same.archivedAt ? ('differs' as const) : ('recorded' as const);
			const [firm] = await tx
				.select({ id: companies.id })
				.from(companies)
				.where(and(eq(companies.id, companyId), within(viewer, 'companies')));
			if (!firm) throw notFound();
			const now = new Date();
			await tx.insert(companyCommitments).values({ ...input, companyId, unitId, createdAt: now, updatedAt: now });
			await recordActivity(tx, actorOf(viewer), {
				verb: 'commitment.recorded',
				subject: { kind: 'commitment', id: input.id },
				also: [{ kind: 'company', id: companyId }],
				changes: { kind: [null, input.kind], places: [null, input.places] },
			});
			await dropDraft(tx, viewer, { form: 'commitment', recordId: input.id });
			return 'recorded' as const;
		});
	return attempt().catch((error: unknown) => {
		if (isDuplicate(error)) return attempt();
		throw error;
	});
}

/** Changes or ends a commitment. `conflict`: somebody else saved since the form was opened; nothing is written. */
export async function reviseCommitment(viewer: Viewer, { version, ...input }: CommitmentInput): Promise<{ kind: 'revised' } | Conflict> {
	if (!can(viewer, 'record', 'commitment')) throw forbidden();
	return write(async (tx): Promise<{ kind: 'revised' } | Conflict> => {
		const [before] = await tx.select().from(companyCommitments).where(eq(companyCommitments.id, input.id));
		if (!before || before.archivedAt) throw notFound();
		const changes = differences(before, input);
		if (Object.keys(changes).length === 0) {
			await dropDraft(tx, viewer, { form: 'commitment', recordId: input.id });
			return { kind: 'revised' };
		}
		const changed = await tx
			.update(companyCommitments)
			.set({ ...input, version: before.version + 1, updatedAt: new Date() })
			.where(and(eq(companyCommitments.id, input.id), eq(companyCommitments.version, version ?? 0)))
			.returning({ id: companyCommitments.id });
		if (changed.length === 0) return conflictWith(tx, { kind: 'commitment', id: input.id });
		await recordActivity(tx, actorOf(viewer), {
			verb: 'commitment.revised',
			subject: { kind: 'commitment', id: input.id },
			also: [{ kind: 'company', id: before.companyId }],
			changes,
		});
		await dropDraft(tx, viewer, { form: 'commitment', recordId: input.id });
		return { kind: 'revised' };
	});
}
