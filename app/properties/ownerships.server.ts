import { and, eq, type InferInsertModel } from 'drizzle-orm';
import { differences, hasDifferences } from '#app/activity/differences.ts';
import { type Conflict, conflictWith } from '#app/activity/edition.server.ts';
import { recordActivity } from '#app/activity/record.server.ts';
import { can } from '#app/auth/policy.ts';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { actorOf } from '#app/companies/by-hand.server.ts';
import { dropDraft } from '#app/drafts/drafts.server.ts';
import { refreshFindable } from '#app/findable/refresh.server.ts';
import { badRequest, forbidden, notFound } from '#app/http/errors.ts';
import { ownedOn } from '#app/landowners/open.server.ts';
import { type OwnerRef, ownerIn } from '#app/landowners/owner-typed.server.ts';
import { formatShare, type Share, shareOf } from '#app/landowners/share.ts';
import { type Db, write } from '#db/client.server.ts';
import { ownerships, properties } from '#db/schema/index.ts';
import { isDuplicate } from '#db/sql.server.ts';
import type { OwnershipInput } from './ownership-form.server.ts';

type OwnershipRow = typeof ownerships.$inferSelect;

interface Term {
	/** Null = nobody knows. */
	share: Share | null;
	fromOn: string | null;
	toOn: string | null;
}

export type OwnershipAdded =
	| { kind: 'added'; propertyId: string }
	| { kind: 'differs'; propertyId: string }
	| { kind: 'owner-already'; ownershipId: string };

/**
 * Writes down that somebody owns a share of a property. Who owns one there today gets no second one beside it: the
 * share is put right, or grows by a sale. The same id again is the same ownership.
 */
export async function addOwnership(
	viewer: Viewer,
	{ id, propertyId, owner, ...term }: Term & { id: string; propertyId: string; owner: OwnerRef },
): Promise<OwnershipAdded> {
	if (!can(viewer, 'revise', 'property')) throw forbidden();
	const attempt = () =>
		write(async (tx): Promise<OwnershipAdded> => {
			const [same] = await tx.select().from(ownerships).where(eq(ownerships.id, id));
			if (same && same.propertyId !== propertyId) throw badRequest();
			if (same)
				return { kind: same.archivedAt || hasDifferences(standardised(same), termOf(term)) ? 'differs' : 'added', propertyId: same.propertyId };
			await requireProperty(tx, viewer, propertyId);
			const landownerId = await ownerIn(tx, viewer, owner);
			const [present] = await tx
				.select({ id: ownerships.id })
				.from(ownerships)
				.where(and(eq(ownerships.propertyId, propertyId), eq(ownerships.landownerId, landownerId), ownedOn()));
			if (present && term.toOn === null) return { kind: 'owner-already', ownershipId: present.id };
			await insertOwnership(tx, viewer, { id, propertyId, owner: { landownerId }, ...term });
			await refreshFindable(tx, { kind: 'property', id: propertyId });
			await dropDraft(tx, viewer, { form: 'ownership', recordId: id });
			return { kind: 'added', propertyId };
		});
	return attempt().catch((error: unknown) => {
		if (isDuplicate(error)) return attempt();
		throw error;
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
	await recordActivity(tx, actorOf(viewer), {
		verb: 'ownership.added',
		subject: { kind: 'ownership', id },
		also: [
			{ kind: 'property', id: propertyId },
			{ kind: 'landowner', id: landownerId },
		],
		changes: { share: [null, share && formatShare(share)], fromOn: [null, fromOn], toOn: [null, toOn] },
	});
}

export function rowOf({ share, ...row }: Term & { id: string; propertyId: string; landownerId: string }): InferInsertModel<typeof ownerships> {
	const now = new Date();
	return { ...row, ...termOf({ share, fromOn: row.fromOn, toOn: row.toOn }), createdAt: now, updatedAt: now };
}

export const termOf = ({ share, fromOn, toOn }: Term) => ({ shareOf: share?.of ?? null, shareIn: share?.in ?? null, fromOn, toOn });

/** Puts an ownership right, or closes it with its last day. `conflict`: somebody else saved since the form was opened. */
export async function reviseOwnership(viewer: Viewer, input: OwnershipInput): Promise<{ kind: 'revised'; propertyId: string } | Conflict> {
	if (!can(viewer, 'revise', 'property')) throw forbidden();
	return write(async (tx) => {
		const before = await ownershipIn(tx, viewer, input.id);
		const answer = { kind: 'revised' as const, propertyId: before.propertyId };
		const wanted = termOf(input);
		const done = () => dropDraft(tx, viewer, { form: 'ownership', recordId: before.id });
		const changes = differences(standardised(before), wanted);
		if (Object.keys(changes).length === 0) {
			await done();
			return answer;
		}
		const changed = await tx
			.update(ownerships)
			.set({ ...wanted, version: before.version + 1, updatedAt: new Date() })
			.where(and(eq(ownerships.id, before.id), eq(ownerships.version, input.version)))
			.returning({ id: ownerships.id });
		if (changed.length === 0) return conflictWith(tx, { kind: 'ownership', id: before.id });
		await recordActivity(tx, actorOf(viewer), { verb: 'ownership.revised', ...recordsOf(before), changes });
		await refreshFindable(tx, { kind: 'property', id: before.propertyId });
		await done();
		return answer;
	});
}

/** The row with its share in lowest terms: 2/4 typed as 1/2 is no change. */
export function standardised(row: OwnershipRow): OwnershipRow {
	const share = shareOf(row.shareOf, row.shareIn);
	return share ? { ...row, shareOf: share.of, shareIn: share.in } : row;
}

/** What an activity line about an ownership touches. */
export const recordsOf = ({ id, propertyId, landownerId }: Pick<OwnershipRow, 'id' | 'propertyId' | 'landownerId'>) => ({
	subject: { kind: 'ownership', id },
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
	const [property] = await tx
		.select({ id: properties.id })
		.from(properties)
		.where(and(eq(properties.id, id), within(viewer, 'properties', { archived: true })));
	if (!property) throw notFound();
}
