import { and, asc, desc, eq, getTableColumns, like, or, type SQL } from 'drizzle-orm';
import { can } from '#app/auth/policy.ts';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { cvrFrom, formatCvr } from '#app/companies/register-numbers.ts';
import { notFound } from '#app/http/errors.ts';
import { db } from '#db/client.server.ts';
import { nameKey } from '#db/fold.ts';
import { isId } from '#db/new-id.ts';
import { companies, districts, landowners, ownerships, properties } from '#db/schema/index.ts';
import { withoutBlanks } from '#db/sql.server.ts';
import type { LandownerKind } from '#db/vocabulary.ts';
import { landownerKindLabel } from './labels.ts';
import { ownedOn, soldBy } from './open.server.ts';
import { shareOf } from './share.ts';

const SHOWN_HITS = 12;
/** Lines of a portfolio or of a property's owners on one page. */
const MOST_LINES = 200;

/**
 * One owner with the firm whose role it is; archived ones too, since old records point at them. When they were last talked to
 * is only for those who see talks.
 */
export async function landownerFor(viewer: Viewer, id: string | undefined) {
	if (!isId(id)) throw notFound();
	const { sortName: _sort, nameKey: _key, phoneKey: _phone, ...columns } = getTableColumns(landowners);
	const [owner] = await db
		.select({
			...columns,
			company: {
				id: companies.id,
				name: companies.name,
				cvr: companies.cvr,
				phone: companies.phone,
				email: companies.email,
				isProtected: companies.isProtected,
			},
		})
		.from(landowners)
		.leftJoin(companies, and(eq(companies.id, landowners.companyId), within(viewer, 'companies', { archived: true })))
		.where(and(eq(landowners.id, id), within(viewer, 'landowners', { archived: true })));
	if (!owner) throw notFound();
	return can(viewer, 'see', 'dialogue') ? owner : { ...owner, lastTalkOn: null };
}
export type LandownerShown = Awaited<ReturnType<typeof landownerFor>>;

/** The owner role of a firm; null where it owns nothing we know of. */
export async function landownerOfCompany(viewer: Viewer, companyId: string): Promise<{ id: string } | null> {
	const [role] = await db
		.select({ id: landowners.id })
		.from(landowners)
		.where(and(eq(landowners.companyId, companyId), within(viewer, 'landowners')));
	return role ?? null;
}

const OWNERSHIP = {
	ownershipId: ownerships.id,
	version: ownerships.version,
	shareOf: ownerships.shareOf,
	shareIn: ownerships.shareIn,
	fromOn: ownerships.fromOn,
	toOn: ownerships.toOn,
};

/** What an owner owns today, in the order of the properties' names; `former: true` asks for what was sold instead. */
export async function propertiesOfOwner(viewer: Viewer, landownerId: string, { former = false } = {}) {
	const rows = await db
		.select({
			...OWNERSHIP,
			propertyId: properties.id,
			name: properties.name,
			landArea: properties.landArea,
			districtId: properties.districtId,
			districtName: districts.name,
			districtColour: districts.colour,
		})
		.from(ownerships)
		.innerJoin(properties, eq(properties.id, ownerships.propertyId))
		.leftJoin(districts, eq(districts.id, properties.districtId))
		.where(and(eq(ownerships.landownerId, landownerId), within(viewer, 'properties'), former ? soldBy() : ownedOn()))
		.orderBy(asc(properties.sortName), asc(properties.id), desc(ownerships.id))
		.limit(MOST_LINES);
	return rows.map(withShare);
}
export type PropertyOfOwner = Awaited<ReturnType<typeof propertiesOfOwner>>[number];

/** Who owns a property today, in the order of their names; `former: true` asks for those before them, latest sale first. */
export async function ownersOfProperty(viewer: Viewer, propertyId: string, { former = false } = {}) {
	const rows = await db
		.select({ ...OWNERSHIP, landownerId: landowners.id, name: landowners.name, kind: landowners.kind })
		.from(ownerships)
		.innerJoin(landowners, eq(landowners.id, ownerships.landownerId))
		.where(and(eq(ownerships.propertyId, propertyId), within(viewer, 'landowners', { archived: true }), former ? soldBy() : ownedOn()))
		.orderBy(...(former ? [desc(ownerships.toOn)] : [asc(landowners.sortName)]), asc(ownerships.id))
		.limit(MOST_LINES);
	return rows.map(withShare);
}
export type OwnerOfProperty = Awaited<ReturnType<typeof ownersOfProperty>>[number];

/** An owner as a picker offers it. */
export interface LandownerHit {
	id: string;
	name: string;
	kind: LandownerKind;
	/** What tells two of one name apart: kind, CVR number, town. */
	detail: string;
}

/** Up to twelve owners for what is typed: the beginning of any word of the name, or a firm's CVR number. */
export async function landownerHits(viewer: Viewer, typed: string): Promise<LandownerHit[]> {
	const cvr = cvrFrom(typed);
	const named = cvr ? eq(companies.cvr, cvr) : wordLike(typed);
	if (!named) return [];
	return hitsWhere(viewer, named);
}

/** Owners by a word of their name that begins like this; undefined when nothing is typed that a name could hold. */
export function wordLike(typed: string): SQL | undefined {
	const word = nameKey(typed.slice(0, 100));
	if (!word) return undefined;
	const asOne = like(withoutBlanks(landowners.nameKey), `${word.replaceAll(' ', '')}%`);
	return or(like(landowners.nameKey, `${word}%`), like(landowners.nameKey, `% ${word}%`), asOne);
}

/** Owners as pickers offer them, in the order of their names. */
export async function hitsWhere(viewer: Viewer, which: SQL): Promise<LandownerHit[]> {
	const rows = await db
		.select({ id: landowners.id, name: landowners.name, kind: landowners.kind, city: landowners.city, cvr: companies.cvr })
		.from(landowners)
		.leftJoin(companies, eq(companies.id, landowners.companyId))
		.where(and(which, within(viewer, 'landowners')))
		.orderBy(asc(landowners.sortName), asc(landowners.id))
		.limit(SHOWN_HITS);
	return rows.map(({ cvr, city, ...row }) => ({
		...row,
		detail: [landownerKindLabel(row.kind), cvr && formatCvr(cvr), city].filter(Boolean).join(' · '),
	}));
}

const withShare = <T extends { shareOf: number | null; shareIn: number | null }>({ shareOf: of, shareIn, ...row }: T) => ({
	...row,
	share: shareOf(of, shareIn),
});
