import { and, eq, exists, inArray, isNull, type SQL } from 'drizzle-orm';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { type Assigned, inChargeOf, type Named, nameInCharge, type Responsible } from '#app/companies/naming.server.ts';
import { db } from '#db/client.server.ts';
import { landownerResponsibles, landowners, users } from '#db/schema/index.ts';

// Whose owner this is, per unit: one person of a unit at a time, with the days. "My owners" means these.

/** Somebody is responsible for the owner: a condition on `landowners`. */
export const isOwnerOf = (userId: string): SQL =>
	exists(
		db
			.select({ id: landownerResponsibles.id })
			.from(landownerResponsibles)
			.where(and(eq(landownerResponsibles.userId, userId), isNull(landownerResponsibles.toOn), eq(landownerResponsibles.landownerId, landowners.id))),
	);

/** A person who is responsible for some owner: a condition on `users`. */
export const isInChargeOfOwner = (): SQL =>
	exists(
		db
			.select({ id: landownerResponsibles.id })
			.from(landownerResponsibles)
			.where(and(eq(landownerResponsibles.userId, users.id), isNull(landownerResponsibles.toOn))),
	);

/** Who was and is responsible for an owner, the present ones first and then backwards in time. `toOn` null = still is. */
export const responsiblesOfOwner = (viewer: Viewer, landownerId: string): Promise<Responsible[]> => {
	const known = db
		.select({ id: landowners.id })
		.from(landowners)
		.where(and(eq(landowners.id, landownerId), within(viewer, 'landowners', { archived: true })));
	return inChargeOf(viewer, landownerResponsibles, inArray(landownerResponsibles.landownerId, known));
};

/** Makes a person of the viewer's own unit responsible for an owner from today on, or nobody: see `nameInCharge`. */
export const nameResponsible = (viewer: Viewer, landownerId: string, who: Named): Promise<Assigned> =>
	nameInCharge(viewer, who, {
		subject: { kind: 'landowner', id: landownerId },
		table: landownerResponsibles,
		isOfRecord: eq(landownerResponsibles.landownerId, landownerId),
		hold: async (tx) => {
			const held = await tx
				.update(landowners)
				.set({ companyId: landowners.companyId })
				.where(and(eq(landowners.id, landownerId), within(viewer, 'landowners')))
				.returning({ id: landowners.id });
			return held.length > 0;
		},
		add: (tx, row) => tx.insert(landownerResponsibles).values({ ...row, landownerId }),
	});
