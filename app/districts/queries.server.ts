import { and, asc, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import { personWords } from '#app/auth/labels.ts';
import { can } from '#app/auth/policy.ts';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { notFound } from '#app/http/errors.ts';
import { db } from '#db/client.server.ts';
import { held } from '#db/held.server.ts';
import { companies, districtSummaries, districts, sites, users } from '#db/schema/index.ts';
import { firstOf } from '#db/sql.server.ts';

const standing = held(() =>
	db
		.select({ id: districts.id, slug: districts.slug, name: districts.name, colour: districts.colour })
		.from(districts)
		.where(isNull(districts.archivedAt))
		.orderBy(asc(districts.sortName), asc(districts.id)),
);

/** Districts to choose from or to name by their colour, in the order of their names. */
export const districtChoices = async (viewer: Viewer) => (can(viewer, 'see', 'district') ? await standing() : []);
export type DistrictChoice = Awaited<ReturnType<typeof districtChoices>>[number];

/** Districts as a filter offers them, by the word of their address. */
export const districtOptions = async (viewer: Viewer): Promise<Array<{ value: string; label: string }>> =>
	(await districtChoices(viewer)).map(({ slug, name }) => ({ value: slug, label: name }));

/** District id → its name and colour, for the rows of a list. */
export const districtMarks = async (viewer: Viewer): Promise<Map<string, Pick<DistrictChoice, 'name' | 'colour'>>> =>
	new Map((await districtChoices(viewer)).map(({ id, name, colour }) => [id, { name, colour }]));

/** A district's id, asked within the statement of a list. */
export const idOfDistrict = (slug: string) => db.select({ id: districts.id }).from(districts).where(eq(districts.slug, slug));

const RESPONSIBLE = { responsibleName: users.name, responsibleGoneAt: users.disabledAt };
const responsibleIn = ({
	responsibleName: name,
	responsibleGoneAt: disabledAt,
}: {
	responsibleName: string | null;
	responsibleGoneAt: Date | null;
}) => (name === null ? null : personWords({ name, disabledAt }));

/** Every district with its responsible, its sums and the day of the latest talk with one of its firms. */
export async function districtsWithSums(viewer: Viewer) {
	const latest = db
		.select({ on: companies.lastTalkOn })
		.from(companies)
		.where(and(eq(companies.districtId, districts.id), isNotNull(companies.lastTalkOn), within(viewer, 'companies')))
		.orderBy(desc(companies.lastTalkOn), desc(companies.sortName), desc(companies.id))
		.limit(1);
	const rows = await db
		.select({
			id: districts.id,
			slug: districts.slug,
			name: districts.name,
			colour: districts.colour,
			identity: districts.identity,
			responsibleId: districts.responsibleId,
			...RESPONSIBLE,
			companies: districtSummaries.companies,
			sites: districtSummaries.sites,
			headcount: districtSummaries.headcount,
			lastTalkOn: firstOf<string>(latest),
		})
		.from(districts)
		.leftJoin(districtSummaries, eq(districtSummaries.districtId, districts.id))
		.leftJoin(users, eq(users.id, districts.responsibleId))
		.where(within(viewer, 'districts'))
		.orderBy(asc(districts.sortName), asc(districts.id));
	// The day of a talk is part of its heading, which not everybody may read.
	const seesTalks = can(viewer, 'see', 'dialogue');
	return rows.map(({ responsibleName, responsibleGoneAt, ...row }) => ({
		...row,
		responsible: responsibleIn({ responsibleName, responsibleGoneAt }),
		lastTalkOn: seesTalks ? row.lastTalkOn : null,
		companies: row.companies ?? 0,
		sites: row.sites ?? 0,
		headcount: row.headcount ?? 0,
	}));
}

/** One district by its slug with its responsible and sums; archived ones too, since old records point at them. */
export async function districtFor(viewer: Viewer, slug: string | undefined) {
	const [found] = await db
		.select({
			district: districts,
			...RESPONSIBLE,
			companies: districtSummaries.companies,
			sites: districtSummaries.sites,
			headcount: districtSummaries.headcount,
		})
		.from(districts)
		.leftJoin(districtSummaries, eq(districtSummaries.districtId, districts.id))
		.leftJoin(users, eq(users.id, districts.responsibleId))
		.where(and(eq(districts.slug, (slug ?? '').slice(0, 100).replaceAll('\0', '')), within(viewer, 'districts', { archived: true })));
	if (!found) throw notFound();
	const { district, ...sums } = found;
	return { ...district, responsible: responsibleIn(found), companies: sums.companies ?? 0, sites: sums.sites ?? 0, headcount: sums.headcount ?? 0 };
}

const outlines = held(() =>
	db
		.select({ id: districts.id, boundary: districts.boundary })
		.from(districts)
		.where(and(isNotNull(districts.boundary), isNull(districts.archivedAt))),
);

/** Outlines of the other districts, drawn faintly around one. */
export const neighboursOf = async (viewer: Viewer, districtId: string) =>
	can(viewer, 'see', 'district') ? (await outlines()).filter(({ id }) => id !== districtId) : [];

/** Sites in use in a district that have a point, for its drawing; the first 500. */
export async function pointsIn(viewer: Viewer, districtId: string) {
	const rows = await db
		.select({ id: sites.id, label: sites.name, lat: sites.lat, lon: sites.lon })
		.from(sites)
		.where(and(eq(sites.districtId, districtId), isNull(sites.ceasedOn), isNotNull(sites.lat), isNotNull(sites.lon), within(viewer, 'sites')))
		.limit(500);
	return rows.flatMap(({ id, label, lat, lon }) => (lat === null || lon === null ? [] : [{ id, label, lat, lon }]));
}

/** People who can be responsible for a district: those who can sign in, and whoever is it now. */
export const possibleResponsibles = () =>
	db.select({ id: users.id, name: users.name }).from(users).where(isNull(users.disabledAt)).orderBy(asc(users.sortName), asc(users.id));
