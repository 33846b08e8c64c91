import { day, id, ref } from '../columns.ts';
import { units, users } from './accounts.ts';

/** Who in which unit is responsible for a record, from when to when. */
export const responsible = () => ({
	id: id(),
	unitId: ref()
		.notNull()
		.references(() => units.id),
	userId: ref()
		.notNull()
		.references(() => users.id),
	fromOn: day().notNull(),
	toOn: day(),
});
