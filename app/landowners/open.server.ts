import { and, gt, isNull, lte, or, type SQL } from 'drizzle-orm';
import { today } from '#app/i18n/format.ts';
import { ownerships } from '#db/schema/index.ts';

/** Ownerships in force on a day: begun by then, and not sold before or on it. The day of a sale is the buyer's. */
export const ownedOn = (day: string = today()): SQL | undefined =>
	and(
		isNull(ownerships.archivedAt),
		or(isNull(ownerships.fromOn), lte(ownerships.fromOn, day)),
		or(isNull(ownerships.toOn), gt(ownerships.toOn, day)),
	);

/** Ownerships that ended by a day. */
export const soldBy = (day: string = today()): SQL | undefined => and(isNull(ownerships.archivedAt), lte(ownerships.toOn, day));
