import { eq } from 'drizzle-orm';
import { type Db, db } from '#db/client.server.ts';
import { settings } from '#db/schema/index.ts';

/** Raised whenever keys, timelines or entries of the search are derived by other rules: the next start makes them all anew. */
const RULES = 4;
const KEY = 'derivedByRules';

/** True for data derived by the rules of an earlier version. */
export async function areRulesOld(): Promise<boolean> {
	const [row] = await db.select({ value: settings.value }).from(settings).where(eq(settings.key, KEY));
	return row?.value !== RULES;
}

/** Notes that all there is was derived by the rules of now. */
export async function noteRules(tx: Db): Promise<void> {
	const setting = { value: RULES, updatedAt: new Date() };
	await tx
		.insert(settings)
		.values({ key: KEY, ...setting })
		.onConflictDoUpdate({ target: settings.key, set: setting });
}
