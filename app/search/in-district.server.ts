import { and, eq } from 'drizzle-orm';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { db } from '#db/client.server.ts';
import { districts } from '#db/schema/index.ts';
import type { Question } from './question.ts';

type SearchedDistrict = NonNullable<Question['district']>;

/** The district an address names; null for none, and for one that is not there. */
export async function searchedDistrict(viewer: Viewer, slug: string | null): Promise<SearchedDistrict | null> {
	if (!slug) return null;
	const [found] = await db
		.select({ id: districts.id, no: districts.no })
		.from(districts)
		.where(and(eq(districts.slug, slug.slice(0, 100).replaceAll('\0', '')), within(viewer, 'districts')));
	return found ?? null;
}
