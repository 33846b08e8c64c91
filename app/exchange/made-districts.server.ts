import { max } from 'drizzle-orm';
import { refreshFindables } from '#app/findable/refresh.server.ts';
import type { Db } from '#db/client.server.ts';
import { fold, sortName } from '#db/fold.ts';
import { districts } from '#db/schema/index.ts';
import { type Batch, recordChanges } from './batch.server.ts';
import type { Change } from './snapshot.server.ts';

/** Makes the districts a file names and nobody has, before its first row is written. */
export async function createDistricts(tx: Db, batch: Batch, made: ReadonlyArray<{ no: number; id: string; name: string }>): Promise<void> {
	const [highest] = await tx.select({ no: max(districts.no) }).from(districts);
	const slugs = new Set((await tx.select({ slug: districts.slug }).from(districts)).map(({ slug }) => slug));
	const now = new Date();
	let no = highest?.no ?? 0;
	for (const { id, name } of made) {
		no += 1;
		await tx.insert(districts).values({ id, no, slug: freeSlug(name, slugs), name, sortName: sortName(name), createdAt: now, updatedAt: now });
	}
	await refreshFindables(
		tx,
		'district',
		made.map(({ id }) => id),
	);
	const changes = made.map(({ id }): Change => ({ kind: 'district', id, row: { version: 1 }, before: null }));
	await recordChanges(tx, batch, changes, new Map(made.map((one) => [one.id, one.no])));
}

/** "Renfrew-Collingwood" → "renfrew-collingwood", with a number when it is taken. */
function freeSlug(name: string, taken: Set<string>): string {
	const base = fold(name).replaceAll(' ', '-') || 'omraade';
	let slug = base;
	for (let n = 2; taken.has(slug) || slug === 'new'; n++) slug = `${base}-${n}`;
	taken.add(slug);
	return slug;
}
