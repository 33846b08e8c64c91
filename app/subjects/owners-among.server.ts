import { and, asc, eq, inArray, or } from 'drizzle-orm';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { ownedOn } from '#app/landowners/open.server.ts';
import type { Db } from '#db/client.server.ts';
import { companies, landowners, ownerships, properties } from '#db/schema/index.ts';

/** Somebody whose position can be noted in a talk: an owner, or a firm that becomes one by it. */
export interface Owner {
	landownerId: string | null;
	companyId: string | null;
	name: string;
	/** What a form may call it: `landowner:<id>`, and `company:<id>` for a firm. */
	values: string[];
	/** What it owns today. */
	properties: Array<{ id: string; name: string }>;
	/** The one property of theirs among the subjects; none or several leave open which is meant. */
	meantPropertyId: string | null;
}

export interface SubjectSeen {
	kind: 'company' | 'site' | 'district' | 'landowner' | 'property';
	id: string;
	thenCompanyId: string | null;
}

const MOST_PROPERTIES = 200;

/**
 * The owners a talk's subjects bring in, in this order: owners named, owners of properties named, firms that own something,
 * firms that own nothing we know of yet.
 */
export async function ownersAmong(reader: Db, viewer: Viewer, subjects: readonly SubjectSeen[]): Promise<Owner[]> {
	const idsOf = (kind: SubjectSeen['kind']) => subjects.flatMap((subject) => (subject.kind === kind ? [subject.id] : []));
	const firmIds = [...new Set(subjects.flatMap(({ thenCompanyId }) => thenCompanyId ?? []))];
	const named = idsOf('landowner');
	const held = idsOf('property');
	const ofProperties =
		held.length === 0
			? []
			: await reader
					.select({ id: ownerships.landownerId })
					.from(ownerships)
					.where(and(inArray(ownerships.propertyId, held), ownedOn()))
					.orderBy(asc(ownerships.id));
	const wanted = [...new Set([...named, ...ofProperties.map(({ id }) => id)])];
	const which = or(
		wanted.length > 0 ? inArray(landowners.id, wanted) : undefined,
		firmIds.length > 0 ? inArray(landowners.companyId, firmIds) : undefined,
	);
	if (!which) return [];
	const rows = await reader
		.select({ id: landowners.id, companyId: landowners.companyId, name: landowners.name })
		.from(landowners)
		.where(and(which, within(viewer, 'landowners')));
	const place = (id: string) => (wanted.includes(id) ? wanted.indexOf(id) : wanted.length);
	rows.sort((a, b) => place(a.id) - place(b.id) || (a.id < b.id ? -1 : 1));
	const portfolio = await propertiesOf(
		reader,
		viewer,
		rows.map(({ id }) => id),
	);
	const owners = rows.map(({ id, companyId, name }): Owner => {
		const owned = portfolio.flatMap(({ landownerId, ...property }) => (landownerId === id ? [property] : []));
		const [meant = null, ...others] = owned.filter((property) => held.includes(property.id));
		const values = [`landowner:${id}`, ...(companyId ? [`company:${companyId}`] : [])];
		return { landownerId: id, companyId, name, values, properties: owned, meantPropertyId: others.length === 0 ? (meant?.id ?? null) : null };
	});
	return [
		...owners,
		...(await firmsWithoutRole(
			reader,
			viewer,
			firmIds.filter((id) => !rows.some(({ companyId }) => companyId === id)),
		)),
	];
}

async function propertiesOf(reader: Db, viewer: Viewer, landownerIds: readonly string[]) {
	if (landownerIds.length === 0) return [];
	return reader
		.selectDistinct({ landownerId: ownerships.landownerId, id: properties.id, name: properties.name, sortName: properties.sortName })
		.from(ownerships)
		.innerJoin(properties, eq(properties.id, ownerships.propertyId))
		.where(and(inArray(ownerships.landownerId, [...landownerIds]), within(viewer, 'properties'), ownedOn()))
		.orderBy(asc(properties.sortName), asc(properties.id))
		.limit(MOST_PROPERTIES)
		.then((rows) => rows.map(({ landownerId, id, name }) => ({ landownerId, id, name })));
}

async function firmsWithoutRole(reader: Db, viewer: Viewer, companyIds: readonly string[]): Promise<Owner[]> {
	if (companyIds.length === 0) return [];
	const firms = await reader
		.select({ id: companies.id, name: companies.name })
		.from(companies)
		.where(and(inArray(companies.id, [...companyIds]), within(viewer, 'companies')));
	return companyIds.flatMap((companyId) => {
		const firm = firms.find(({ id }) => id === companyId);
		return firm ? [{ landownerId: null, companyId, name: firm.name, values: [`company:${companyId}`], properties: [], meantPropertyId: null }] : [];
	});
}
