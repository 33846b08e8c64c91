import { and, eq } from 'drizzle-orm';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { companyHits, companyHitsById } from '#app/companies/hits.server.ts';
import { placeLine } from '#app/companies/place-line.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { hitsWhere, type LandownerHit, landownerHits } from '#app/landowners/queries.server.ts';
import { db } from '#db/client.server.ts';
import { fold } from '#db/fold.ts';
import { isId } from '#db/new-id.ts';
import { companies, landowners, sites } from '#db/schema/index.ts';
import type { RoleWith } from './rows.server.ts';

const SHOWN = 12;

/** Whom a role can be with, as a picker offers it. */
export interface PlaceHit {
	/** "company:", "site:" or "landowner:" with its id. */
	key: string;
	kind: 'company' | 'site' | 'landowner';
	id: string;
	name: string;
	/** What tells two of one name apart. */
	detail: string;
}

const hit = (kind: PlaceHit['kind'], id: string, name: string, detail: string): PlaceHit => ({ key: `${kind}:${id}`, kind, id, name, detail });

/** Firms, the sites of firms with several, and owners for what is typed, firms first; at most twelve. */
export async function placeHits(viewer: Viewer, typed: string): Promise<PlaceHit[]> {
	const [firms, owners] = await Promise.all([companyHits(viewer, typed), typed.trim() ? landownerHits(viewer, typed) : []]);
	const ofFirms = firms.flatMap(({ id, name, place, sites }) => [
		hit('company', id, name, sites.length > 0 ? m.contacts_whole_company() : place),
		...sites.map((site) => hit('site', site.id, `${name}, ${site.label}`, '')),
	]);
	const ofOwners = owners.map(ownerAsHit);
	const room = Math.max(SHOWN - ofOwners.length, SHOWN / 2);
	return [...ofFirms.slice(0, room), ...ofOwners].slice(0, SHOWN);
}

/** The firm, site or owner of a key; null when there is none for this viewer. */
async function placeByKey(viewer: Viewer, key: string | null | undefined): Promise<PlaceHit | null> {
	const [, kind, id] = key?.match(/^(company|site|landowner):(.+)$/) ?? [];
	if (!isId(id)) return null;
	if (kind === 'company') {
		const [firm] = await companyHitsById(viewer, [id]);
		return firm ? hit('company', id, firm.name, firm.place) : null;
	}
	return kind === 'site' ? siteHit(viewer, id) : ownerHit(viewer, id);
}

async function siteHit(viewer: Viewer, id: string): Promise<PlaceHit | null> {
	const [site] = await db
		.select({ name: sites.name, address: sites.address, postalCode: sites.postalCode, city: sites.city, companyName: companies.name })
		.from(sites)
		.innerJoin(companies, eq(companies.id, sites.companyId))
		.where(and(eq(sites.id, id), within(viewer, 'sites'), within(viewer, 'companies')));
	return site ? hit('site', id, `${site.companyName}, ${placeLine(site) || site.name}`, '') : null;
}

async function ownerHit(viewer: Viewer, id: string): Promise<PlaceHit | null> {
	const [owner] = await hitsWhere(viewer, eq(landowners.id, id));
	return owner ? ownerAsHit(owner) : null;
}

const ownerAsHit = ({ id, name, detail }: LandownerHit) => hit('landowner', id, name, `${m.contacts_owner()} · ${detail}`);

/** Whom the address of a new role names: `?company=`, `?site=` or `?landowner=`. */
export function placeOfAddress(viewer: Viewer, search: URLSearchParams): Promise<PlaceHit | null> {
	const kind = (['company', 'site', 'landowner'] as const).find((one) => search.has(one));
	return placeByKey(viewer, kind && `${kind}:${search.get(kind)}`);
}

/** What was typed about whom a role is with: the one meant, those it could be, nobody named, or nobody of that name. */
type PlaceMeant = { kind: 'one'; place: PlaceHit } | { kind: 'several'; places: PlaceHit[] } | { kind: 'blank' } | { kind: 'unknown' };

/** Reads the field: a choice among several, a pick while its text still stands, else the text. Between two it never chooses. */
export async function placeMeant(
	viewer: Viewer,
	{ where, picked, chosen }: { where: string | null; picked: string | null; chosen: string | null },
): Promise<PlaceMeant> {
	const choice = await placeByKey(viewer, chosen);
	if (choice) return { kind: 'one', place: choice };
	const text = where?.trim() ?? '';
	if (!text) return { kind: 'blank' };
	const pick = await placeByKey(viewer, picked);
	if (pick && fold(pick.name) === fold(text)) return { kind: 'one', place: pick };
	const hits = await placeHits(viewer, text);
	const exact = hits.filter(({ name }) => fold(name) === fold(text));
	const [first, ...others] = exact.length > 0 ? exact : hits;
	if (!first) return { kind: 'unknown' };
	return others.length > 0 ? { kind: 'several', places: [first, ...others] } : { kind: 'one', place: first };
}

/** The role's columns for a place. */
export const roleWith = ({ kind, id }: PlaceHit): RoleWith => ({ [`${kind}Id`]: id });
