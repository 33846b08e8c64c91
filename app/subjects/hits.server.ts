import { and, asc, eq, inArray, or } from 'drizzle-orm';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { type CompanyHit, companyHits, companyHitsById } from '#app/companies/hits.server.ts';
import { hitsWhere, type LandownerHit, landownerHits } from '#app/landowners/queries.server.ts';
import { db } from '#db/client.server.ts';
import { fold, nameKey, sortName } from '#db/fold.ts';
import { districts, landowners, properties } from '#db/schema/index.ts';
import { startsWith } from '#db/sql.server.ts';
import { type SubjectKind, type SubjectRef, subjectText } from './subject.ts';

const SHOWN = 12;
/** Firms shown where owners, properties or districts fit as well. */
const FIRMS_BESIDE_OTHERS = 7;
/** A CVR number is a firm's, an ejendomsnummer a property's. */
const BFE = /^\d{4,10}$/;

/** What a talk can be about, as the form offers it. */
export interface SubjectHit {
	kind: Exclude<SubjectKind, 'site'>;
	id: string;
	/** `kind:id`, as the form sends it. */
	ref: string;
	name: string;
	/** What tells two of one name apart. */
	detail: string;
	/** A firm's, where there is a choice. */
	sites: CompanyHit['sites'];
}

/**
 * Up to twelve subjects for what is typed: the viewer's own recent firms and other firms first, then owners, properties and
 * districts. One of these whose whole name was typed comes before firms that only begin like it.
 */
export async function subjectHits(viewer: Viewer, typed: string): Promise<SubjectHit[]> {
	const [firms, others] = await Promise.all([companyHits(viewer, typed), otherHits(viewer, typed)]);
	const key = nameKey(typed);
	const whole = firms.some(({ name }) => nameKey(name) === key) ? [] : others.filter(({ name }) => nameKey(name) === key);
	const rest = others.filter((hit) => !whole.includes(hit));
	return [...whole, ...firms.slice(0, rest.length > 0 ? FIRMS_BESIDE_OTHERS : SHOWN).map(ofFirm), ...rest].slice(0, SHOWN);
}

/** Owners, properties and districts for what is typed. */
export async function otherHits(viewer: Viewer, typed: string): Promise<SubjectHit[]> {
	if (!fold(typed)) return [];
	const [owners, land, areas] = await Promise.all([landownerHits(viewer, typed), propertyHits(viewer, typed), districtHits(viewer, typed)]);
	return [...owners.map(ofOwner), ...land, ...areas];
}

/** These subjects as the form offers them, in this order; sites by their firm. Those the viewer may not know of fall out. */
export async function subjectHitsById(viewer: Viewer, refs: readonly SubjectRef[]): Promise<SubjectHit[]> {
	const ids = (kind: SubjectKind) => refs.filter((ref) => ref.kind === kind).map(({ id }) => id);
	const [firms, owners, land, areas] = await Promise.all([
		companyHitsById(viewer, ids('company')),
		ids('landowner').length > 0 ? hitsWhere(viewer, inArray(landowners.id, ids('landowner'))) : [],
		ids('property').length > 0 ? propertiesWhere(viewer, inArray(properties.id, ids('property'))) : [],
		ids('district').length > 0 ? districtsWhere(viewer, inArray(districts.id, ids('district'))) : [],
	]);
	const hits = new Map([...firms.map(ofFirm), ...owners.map(ofOwner), ...land, ...areas].map((hit) => [hit.ref, hit]));
	return refs.flatMap((ref) => hits.get(subjectText(ref)) ?? []);
}

export const ofFirm = ({ id, name, place, districtName, sites }: CompanyHit): SubjectHit => ({
	...{ kind: 'company', id, ref: subjectText({ kind: 'company', id }), name, sites },
	detail: [place, districtName].filter(Boolean).join(' · '),
});

const ofOwner = ({ id, name, detail }: LandownerHit): SubjectHit => plain('landowner', id, name, detail);

const plain = (kind: SubjectHit['kind'], id: string, name: string, detail: string): SubjectHit => ({
	...{ kind, id, ref: subjectText({ kind, id }), name, detail, sites: [] },
});

async function propertyHits(viewer: Viewer, typed: string): Promise<SubjectHit[]> {
	const name = sortName(typed).slice(0, 60);
	if (!name) return [];
	const digits = typed.replaceAll(/\s/g, '');
	const byWords = or(startsWith(properties.sortName, name), startsWith(properties.addressKey, fold(typed).slice(0, 60)));
	return propertiesWhere(viewer, BFE.test(digits) ? or(byWords, eq(properties.bfe, digits)) : byWords);
}

async function propertiesWhere(viewer: Viewer, which: ReturnType<typeof or>): Promise<SubjectHit[]> {
	const rows = await db
		.select({ id: properties.id, name: properties.name, address: properties.address, districtName: districts.name })
		.from(properties)
		.leftJoin(districts, eq(districts.id, properties.districtId))
		.where(and(which, within(viewer, 'properties')))
		.orderBy(asc(properties.sortName), asc(properties.id))
		.limit(SHOWN);
	return rows.map(({ id, name, address, districtName }) =>
		plain('property', id, name, [address === name ? null : address, districtName].filter(Boolean).join(' · ')),
	);
}

async function districtHits(viewer: Viewer, typed: string): Promise<SubjectHit[]> {
	const name = sortName(typed).slice(0, 60);
	return name ? districtsWhere(viewer, startsWith(districts.sortName, name)) : [];
}

async function districtsWhere(viewer: Viewer, which: ReturnType<typeof or>): Promise<SubjectHit[]> {
	const rows = await db
		.select({ id: districts.id, name: districts.name })
		.from(districts)
		.where(and(which, within(viewer, 'districts')))
		.orderBy(asc(districts.sortName), asc(districts.id))
		.limit(SHOWN);
	return rows.map(({ id, name }) => plain('district', id, name, ''));
}
