import { and, asc, desc, eq, exists, isNull, type SQL } from 'drizzle-orm';
import { can } from '#app/auth/policy.ts';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { db } from '#db/client.server.ts';
import { companies, companyResponsibles, memberships, units, users } from '#db/schema/index.ts';
import { type Assigned, type Named, nameInCharge, presentFirst, type Responsible } from './naming.server.ts';

// Whose firm this is, per unit: one person of a unit at a time, with the days. "My firms" means these.

const MOST_SHOWN = 60;

/** The firm is one of the viewer's own: a condition on `companies`, answered from the index of the person's firms. */
export const isMine = (viewer: Viewer): SQL =>
	exists(
		db
			.select({ id: companyResponsibles.id })
			.from(companyResponsibles)
			.where(and(eq(companyResponsibles.userId, viewer.id), isNull(companyResponsibles.toOn), eq(companyResponsibles.companyId, companies.id))),
	);

/** Ids of the firms the viewer is responsible for, archived ones included; at most `limit`. */
export async function myFirmIds(viewer: Viewer, limit: number): Promise<string[]> {
	const rows = await db
		.selectDistinct({ id: companyResponsibles.companyId })
		.from(companyResponsibles)
		.where(and(eq(companyResponsibles.userId, viewer.id), isNull(companyResponsibles.toOn)))
		.limit(limit);
	return rows.map(({ id }) => id);
}

/** Who was and is responsible for a firm, the present ones first and then backwards in time. `toOn` null = still is. */
export async function responsiblesOf(viewer: Viewer, companyId: string): Promise<Responsible[]> {
	if (!can(viewer, 'see', 'responsible')) return [];
	const rows = await db
		.select({
			id: companyResponsibles.id,
			unitId: companyResponsibles.unitId,
			unitName: units.name,
			userId: companyResponsibles.userId,
			userName: users.name,
			fromOn: companyResponsibles.fromOn,
			toOn: companyResponsibles.toOn,
		})
		.from(companyResponsibles)
		.innerJoin(companies, eq(companies.id, companyResponsibles.companyId))
		.innerJoin(units, eq(units.id, companyResponsibles.unitId))
		.innerJoin(users, eq(users.id, companyResponsibles.userId))
		.where(and(eq(companyResponsibles.companyId, companyId), within(viewer, 'companies', { archived: true })))
		.orderBy(desc(companyResponsibles.id))
		.limit(MOST_SHOWN);
	return presentFirst(rows);
}

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
