import { and, desc, eq, isNull } from 'drizzle-orm';
import { hasDifferences } from '#app/activity/differences.ts';
import { actingUnit } from '#app/auth/acting.ts';
import { can } from '#app/auth/policy.ts';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { type Created, madeBefore, type Revised, recordDeed, revise, writeOnce } from '#app/editing/revise.server.ts';
import { badRequest, forbidden, notFound } from '#app/http/errors.ts';
import { today } from '#app/i18n/format.ts';
import { demand } from '#app/record/guard.server.ts';
import { known } from '#app/record/known.server.ts';
import { db, write } from '#db/client.server.ts';
import { isId } from '#db/new-id.ts';
import { companies, companyCommitments, units } from '#db/schema/index.ts';
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

/** Records what a firm takes part in, for the viewer's first field unit. The same id again is the same commitment. */
export async function recordCommitment(viewer: Viewer, companyId: string, { version: _version, ...input }: CommitmentInput): Promise<Created> {
	demand(viewer, 'record', 'commitment');
	const unitId = actingUnit(viewer, null);
	if (!unitId) throw forbidden();
	const { id, kind, places } = input;
	const subject = { kind: 'commitment', id } as const;
	return writeOnce(async (tx): Promise<Created> => {
		const [same] = await tx.select().from(companyCommitments).where(eq(companyCommitments.id, id));
		if (same && same.companyId !== companyId) throw badRequest();
		if (same) return madeBefore(tx, viewer, subject, !same.archivedAt && !hasDifferences(same, input));
		const firm = await known(tx, viewer, 'companies', companyId);
		if (!firm) throw notFound();
		const now = new Date();
		await tx.insert(companyCommitments).values({ ...input, companyId, unitId, createdAt: now, updatedAt: now });
		const changes = { kind: [null, kind], places: [null, places] } as const;
		await recordDeed(tx, viewer, { verb: 'commitment.recorded', subject, also: [{ kind: 'company', id: companyId }], changes });
		return { kind: 'saved', id };
	});
}

/** Changes or ends a commitment. */
export async function reviseCommitment(viewer: Viewer, { version, ...wanted }: CommitmentInput): Promise<Revised> {
	demand(viewer, 'record', 'commitment');
	const { id } = wanted;
	return write(async (tx) => {
		const [before] = await tx.select().from(companyCommitments).where(eq(companyCommitments.id, id));
		if (!before || before.archivedAt) throw notFound();
		return revise(tx, viewer, { kind: 'commitment', id }, { before, version, wanted, also: [{ kind: 'company', id: before.companyId }] });
	});
}
