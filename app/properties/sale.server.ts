import { and, eq } from 'drizzle-orm';
import { hasDifferences } from '#app/activity/differences.ts';
import { type Conflict, conflictWith } from '#app/activity/edition.server.ts';
import { recordActivity } from '#app/activity/record.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { actorOf } from '#app/companies/by-hand.server.ts';
import { dropDraft } from '#app/drafts/drafts.server.ts';
import { writeOnce } from '#app/editing/revise.server.ts';
import { refreshFindable } from '#app/findable/refresh.server.ts';
import { badRequest } from '#app/http/errors.ts';
import { type OwnerRef, ownerIn } from '#app/landowners/owner-typed.server.ts';
import { formatShare, remainderOf, type Share, shareOf } from '#app/landowners/share.ts';
import { demand } from '#app/record/guard.server.ts';
import type { Db } from '#db/client.server.ts';
import { newId } from '#db/new-id.ts';
import { landowners, ownerships } from '#db/schema/index.ts';
import { ownershipIn, recordsOf, rowOf, standardised, termOf } from './ownerships.server.ts';

export interface Sale {
	/** The buyer's ownership, made with the form: the same id again is the same sale. */
	saleId: string;
	/** The seller's ownership and the version of it that was seen. */
	ownershipId: string;
	version: number;
	buyer: OwnerRef;
	/** First day of the buyer. */
	soldOn: string;
	/** Null = all of it. */
	part: Share | null;
}

/** What became of a sale; the refusals write nothing. `differs`: this form sold it before, and it stands with other words now. */
export type Sold = { kind: 'saved' } | { kind: 'differs' } | { kind: 'sold-already' | 'own-buyer' | 'before-bought' | 'part-too-large' } | Conflict;

/**
 * Sells a share: the seller's row is closed on the day of the sale and the buyer's begins on it; of a part sold, the
 * seller keeps the rest in a row of its own. What the open shares of the property add up to stays the same.
 */
export async function sellShare(viewer: Viewer, sale: Sale): Promise<Sold> {
	demand(viewer, 'revise', 'property');
	return writeOnce(async (tx): Promise<Sold> => {
		const seller = await ownershipIn(tx, viewer, sale.ownershipId);
		const { propertyId } = seller;
		const [same] = await tx.select().from(ownerships).where(eq(ownerships.id, sale.saleId));
		if (same && (same.propertyId !== propertyId || same.id === seller.id)) throw badRequest();
		if (same) return (await isAsTyped(tx, same, seller, sale)) ? { kind: 'saved' } : { kind: 'differs' };
		if (seller.version !== sale.version) return conflictWith(tx, { kind: 'ownership', id: seller.id });
		if (seller.toOn !== null) return { kind: 'sold-already' };
		if (seller.fromOn !== null && sale.soldOn < seller.fromOn) return { kind: 'before-bought' };
		const owned = shareOf(seller.shareOf, seller.shareIn);
		const sold = sale.part ?? owned;
		const rest = sale.part && (owned ? remainderOf(owned, sale.part) : undefined);
		if (rest === undefined) return { kind: 'part-too-large' };
		const buyerId = await ownerIn(tx, viewer, sale.buyer);
		if (buyerId === seller.landownerId) return { kind: 'own-buyer' };
		const closed = await tx
			.update(ownerships)
			.set({ toOn: sale.soldOn, version: seller.version + 1, updatedAt: new Date() })
			.where(and(eq(ownerships.id, seller.id), eq(ownerships.version, sale.version)))
			.returning({ id: ownerships.id });
		if (closed.length === 0) return conflictWith(tx, { kind: 'ownership', id: seller.id });
		const from = { propertyId, fromOn: sale.soldOn, toOn: null };
		await tx.insert(ownerships).values(rowOf({ ...from, id: sale.saleId, landownerId: buyerId, share: sold }));
		if (rest) await tx.insert(ownerships).values(rowOf({ ...from, id: newId(), landownerId: seller.landownerId, share: rest }));
		await recordActivity(tx, actorOf(viewer), {
			verb: 'ownership.sold',
			subject: { kind: 'ownership', id: seller.id },
			also: [...recordsOf(seller).also, { kind: 'landowner', id: buyerId }, { kind: 'ownership', id: sale.saleId }],
			changes: { landownerId: [seller.landownerId, buyerId], toOn: [null, sale.soldOn], share: [null, sold && formatShare(sold)] },
		});
		await refreshFindable(tx, { kind: 'property', id: propertyId });
		await dropDraft(tx, viewer, { form: 'ownership', recordId: sale.saleId });
		return { kind: 'saved' };
	});
}

type OwnershipRow = typeof ownerships.$inferSelect;

/** The buyer's ownership that an earlier try of the same form made stands as typed now. */
async function isAsTyped(tx: Db, bought: OwnershipRow, seller: OwnershipRow, { buyer, soldOn, part }: Sale): Promise<boolean> {
	// A seller who never sold on that day sold nothing under this id either.
	if (bought.archivedAt || seller.toOn !== soldOn) return false;
	const [owner] = await tx.select({ companyId: landowners.companyId }).from(landowners).where(eq(landowners.id, bought.landownerId));
	const isBuyer = 'companyId' in buyer ? owner?.companyId === buyer.companyId : bought.landownerId === buyer.landownerId;
	const share = part ?? shareOf(seller.shareOf, seller.shareIn);
	return isBuyer && !hasDifferences(standardised(bought), termOf({ share, fromOn: soldOn, toOn: bought.toOn }));
}
