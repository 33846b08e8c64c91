import { and, asc, eq } from 'drizzle-orm';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { db } from '#db/client.server.ts';
import { fold, sortName } from '#db/fold.ts';
import { isId } from '#db/new-id.ts';
import { properties } from '#db/schema/index.ts';
import { propertyHits } from './queries.server.ts';

interface Choice {
	id: string;
	label: string;
	detail?: string;
}

/** The property a form means, those it could mean, or none like it. */
export type PropertyTyped = { kind: 'one'; propertyId: string } | { kind: 'several'; choices: Choice[] } | { kind: 'none' };

/** Reads a property field: one of several offered, a pick while its name still stands beside it, an exact name, or the beginning of one. */
export async function propertyTyped(
	viewer: Viewer,
	{ property: text, picked, chosen }: { property: string; picked?: string | undefined; chosen?: string | undefined },
): Promise<PropertyTyped> {
	const one = await nameOf(viewer, chosen);
	if (one && chosen) return { kind: 'one', propertyId: chosen };
	const name = await nameOf(viewer, picked);
	if (name && picked && fold(name) === fold(text)) return { kind: 'one', propertyId: picked };
	const hits = (await propertyHits(viewer, text)).map(({ id, name: label, detail }) => ({ id, label, detail }));
	const exact = await named(viewer, text);
	const [first, ...others] = exact.length > 0 ? hits.filter(({ id }) => exact.includes(id)) : hits;
	if (!first) return { kind: 'none' };
	return others.length > 0 ? { kind: 'several', choices: [first, ...others] } : { kind: 'one', propertyId: first.id };
}

async function nameOf(viewer: Viewer, id: string | undefined): Promise<string | null> {
	if (!isId(id)) return null;
	const [row] = await db
		.select({ name: properties.name })
		.from(properties)
		.where(and(eq(properties.id, id), within(viewer, 'properties')));
	return row?.name ?? null;
}

async function named(viewer: Viewer, text: string): Promise<string[]> {
	const rows = await db
		.select({ id: properties.id })
		.from(properties)
		.where(and(eq(properties.sortName, sortName(text)), within(viewer, 'properties')))
		.orderBy(asc(properties.id))
		.limit(12);
	return rows.map(({ id }) => id);
}
