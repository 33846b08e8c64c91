import { and, eq, type InferInsertModel } from 'drizzle-orm';
import { hasDifferences } from '#app/activity/differences.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { type Created, madeBefore, type Revised, recordDeed, revise, writeOnce } from '#app/editing/revise.server.ts';
import { refreshFindable } from '#app/findable/refresh.server.ts';
import { badRequest, notFound } from '#app/http/errors.ts';
import { ownedOn } from '#app/landowners/open.server.ts';
import { type OwnerRef, ownerIn } from '#app/landowners/owner-typed.server.ts';
import { formatShare, type Share, shareOf } from '#app/landowners/share.ts';
import { demand } from '#app/record/guard.server.ts';
import { known } from '#app/record/known.server.ts';
import { type Db, write } from '#db/client.server.ts';
import { ownerships } from '#db/schema/index.ts';
import type { OwnershipInput } from './ownership-form.server.ts';

type OwnershipRow = typeof ownerships.$inferSelect;

interface Term {
	/** Null = nobody knows. */
	share: Share | null;
	fromOn: string | null;
	toOn: string | null;
}

/**
 * Writes down that somebody owns a share of a property. Who owns one there today gets no second one beside it: the
 * share is put right, or grows by a sale. The same id again is the same ownership.
 */
export async function addOwnership(
	viewer: Viewer,
	{ id, propertyId, owner, ...term }: Term & { id: string; propertyId: string; owner: OwnerRef },
): Promise<Created | { kind: 'owner-already'; ownershipId: string }> {
	demand(viewer, 'revise', 'property');
	return writeOnce(async (tx) => {
		const [same] = await tx.select().from(ownerships).where(eq(ownerships.id, id));
		if (same && same.propertyId !== propertyId) throw badRequest();
		if (same) return madeBefore(tx, viewer, { kind: 'ownership', id }, !same.archivedAt && !hasDifferences(standardised(same), termOf(term)));
		await requireProperty(tx, viewer, propertyId);
		const landownerId = await ownerIn(tx, viewer, owner);
		const [present] = await tx
			.select({ id: ownerships.id })
			.from(ownerships)
			.where(and(eq(ownerships.propertyId, propertyId), eq(ownerships.landownerId, landownerId), ownedOn()));
		if (present && term.toOn === null) return { kind: 'owner-already' as const, ownershipId: present.id };
		await insertOwnership(tx, viewer, { id, propertyId, owner: { landownerId }, ...term });
		await refreshFindable(tx, { kind: 'property', id: propertyId });
		return { kind: 'saved' as const, id };
	});
}

/** One ownership row with its activity line, part of a larger write. */
export async function insertOwnership(
	tx: Db,
	viewer: Viewer,
	{ id, propertyId, owner, share, fromOn, toOn }: Term & { id: string; propertyId: string; owner: OwnerRef },
): Promise<void> {
	const landownerId = await ownerIn(tx, viewer, owner);
	await tx.insert(ownerships).values(rowOf({ id, propertyId, landownerId, share, fromOn, toOn }));
	await recordDeed(tx, viewer, {
		verb: 'ownership.added',
		...recordsOf({ id, propertyId, landownerId }),
		changes: { share: [null, share && formatShare(share)], fromOn: [null, fromOn], toOn: [null, toOn] },
	});
}

export function rowOf({ share, ...row }: Term & { id: string; propertyId: string; landownerId: string }): InferInsertModel<typeof ownerships> {
	const now = new Date();
	return { ...row, ...termOf({ share, fromOn: row.fromOn, toOn: row.toOn }), createdAt: now, updatedAt: now };
}

export const termOf = ({ share, fromOn, toOn }: Term) => ({ shareOf: share?.of ?? null, shareIn: share?.in ?? null, fromOn, toOn });

/** Puts an ownership right, or closes it with its last day. */
export async function reviseOwnership(viewer: Viewer, input: OwnershipInput): Promise<Revised> {
	demand(viewer, 'revise', 'property');
	return write(async (tx) => {
		const before = await ownershipIn(tx, viewer, input.id);
		const { subject, also } = recordsOf(before);
		return revise(tx, viewer, subject, {
			...{ before: standardised(before), version: input.version, wanted: termOf(input), also },
			after: () => refreshFindable(tx, { kind: 'property', id: before.propertyId }),
		});
	});
}

/** The row with its share in lowest terms: 2/4 typed as 1/2 is no change. */
export function standardised(row: OwnershipRow): OwnershipRow {
	const share = shareOf(row.shareOf, row.shareIn);
	return share ? { ...row, shareOf: share.of, shareIn: share.in } : row;
}

/** What an activity line about an ownership touches. */
export const recordsOf = ({ id, propertyId, landownerId }: Pick<OwnershipRow, 'id' | 'propertyId' | 'landownerId'>) => ({
	subject: { kind: 'ownership' as const, id },
	also: [
		{ kind: 'property', id: propertyId },
		{ kind: 'landowner', id: landownerId },
	],
});

/** The ownership's row, for a viewer who may know of its property; 404 otherwise. */
export async function ownershipIn(tx: Db, viewer: Viewer, id: string): Promise<OwnershipRow> {
	const [row] = await tx.select().from(ownerships).where(eq(ownerships.id, id));
	if (!row || row.archivedAt) throw notFound();
	await requireProperty(tx, viewer, row.propertyId);
	return row;
}

async function requireProperty(tx: Db, viewer: Viewer, id: string): Promise<void> {
	const property = await known(tx, viewer, 'properties', id, { archived: true });
	if (!property) throw notFound();
}
