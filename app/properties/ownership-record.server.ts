import { and, eq, ne } from 'drizzle-orm';
import { can } from '#app/auth/policy.ts';
import { within } from '#app/auth/scope.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { ownedOn } from '#app/landowners/open.server.ts';
import { paths } from '#app/paths.ts';
import { type Kind, refsOf } from '#app/record/kind.server.ts';
import { ownerships, properties } from '#db/schema/index.ts';
import { recordsOf } from './ownerships.server.ts';
import { OWNERSHIP } from './record.ts';

export const ownershipKind: Kind = {
	...OWNERSHIP,
	table: ownerships,
	eraseAll: async (tx, which) => refsOf('ownership', await tx.delete(ownerships).where(which).returning({ id: ownerships.id })),
	deeds: {
		'ownership.added': () => m.upkeep_deed_share_added(),
		'ownership.sold': () => m.upkeep_deed_share_sold(),
		'ownership.removed': () => m.upkeep_deed_share_removed(),
		'ownership.restored': () => m.upkeep_deed_share_restored(),
	},
	removable: {
		may: (viewer) => can(viewer, 'revise', 'property'),
		called: () => m.upkeep_entry_ownership(),
		async place(tx, viewer, id) {
			const [row] = await tx
				.select({ id: ownerships.id, propertyId: ownerships.propertyId, landownerId: ownerships.landownerId })
				.from(ownerships)
				.innerJoin(properties, eq(properties.id, ownerships.propertyId))
				.where(and(eq(ownerships.id, id), within(viewer, 'properties', { archived: true })));
			if (!row) return null;
			const page = paths.property(row.propertyId);
			return { also: [...recordsOf(row).also], findable: { kind: 'property', id: row.propertyId }, page, pageWithout: page };
		},
		async canComeBack(tx, id) {
			const [share] = await tx.select().from(ownerships).where(eq(ownerships.id, id));
			if (!share || share.toOn !== null) return true;
			const [present] = await tx
				.select({ id: ownerships.id })
				.from(ownerships)
				.where(and(eq(ownerships.propertyId, share.propertyId), eq(ownerships.landownerId, share.landownerId), ne(ownerships.id, id), ownedOn()))
				.limit(1);
			return !present;
		},
	},
};
