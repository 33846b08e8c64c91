import { and, asc, eq, exists, inArray, isNull, type SQL } from 'drizzle-orm';
import { can } from '#app/auth/policy.ts';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { db } from '#db/client.server.ts';
import { companies, companyResponsibles, memberships, users } from '#db/schema/index.ts';
import { type Assigned, inChargeOf, type Named, nameInCharge, type Responsible } from './naming.server.ts';

// Whose firm this is, per unit: one person of a unit at a time, with the days. "My firms" means these.

/** Somebody is responsible for the firm: a condition on `companies`, answered from the index of the person's firms. */
export const isOf = (userId: string): SQL =>
	exists(
		db
			.select({ id: companyResponsibles.id })
			.from(companyResponsibles)
			.where(and(eq(companyResponsibles.userId, userId), isNull(companyResponsibles.toOn), eq(companyResponsibles.companyId, companies.id))),
	);

/** A person who is responsible for some firm: a condition on `users`. */
export const isInCharge = (): SQL =>
	exists(
		db
			.select({ id: companyResponsibles.id })
			.from(companyResponsibles)
			.where(and(eq(companyResponsibles.userId, users.id), isNull(companyResponsibles.toOn))),
	);

/** Ids of the firms somebody is responsible for, archived ones included; at most `limit`. */
export async function firmIdsOf(userId: string, limit: number): Promise<string[]> {
	const rows = await db
		.selectDistinct({ id: companyResponsibles.companyId })
		.from(companyResponsibles)
		.where(and(eq(companyResponsibles.userId, userId), isNull(companyResponsibles.toOn)))
		.limit(limit);
	return rows.map(({ id }) => id);
}

/** Who was and is responsible for a firm, the present ones first and then backwards in time. `toOn` null = still is. */
export const responsiblesOf = (viewer: Viewer, companyId: string): Promise<Responsible[]> => {
	const known = db
		.select({ id: companies.id })
		.from(companies)
		.where(and(eq(companies.id, companyId), within(viewer, 'companies', { archived: true })));
	return inChargeOf(viewer, companyResponsibles, inArray(companyResponsibles.companyId, known));
};

/** The viewer's own units with the people who can be named responsible there. */
export async function assignableUnits(viewer: Viewer) {
	if (!can(viewer, 'assign', 'responsible')) return [];
	const found: Array<{ unitId: string; unitName: string; people: Array<{ id: string; name: string }> }> = [];
	for (const { unitId, unitName } of viewer.memberships) {
		const people = await db
			.select({ id: users.id, name: users.name })
			.from(memberships)
			.innerJoin(users, eq(users.id, memberships.userId))
			.where(and(eq(memberships.unitId, unitId), isNull(users.disabledAt)))
			.orderBy(asc(users.sortName), asc(users.id))
			.limit(200);
		found.push({ unitId, unitName, people });
	}
	return found;
}
export type AssignableUnit = Awaited<ReturnType<typeof assignableUnits>>[number];

/** Makes a person of the viewer's own unit responsible for a firm from today on, or nobody: see `nameInCharge`. */
export const assignResponsible = (viewer: Viewer, companyId: string, who: Named): Promise<Assigned> =>
	nameInCharge(viewer, who, {
		subject: { kind: 'company', id: companyId },
		table: companyResponsibles,
		isOfRecord: eq(companyResponsibles.companyId, companyId),
		hold: async (tx) => {
			const held = await tx
				.update(companies)
				.set({ mainSiteId: companies.mainSiteId })
				.where(and(eq(companies.id, companyId), within(viewer, 'companies')))
				.returning({ id: companies.id });
			return held.length > 0;
		},
		add: (tx, row) => tx.insert(companyResponsibles).values({ ...row, companyId }),
	});
