import { eq } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import {
	companies,
	companyCommitments,
	contactRoles,
	contacts,
	dialogues,
	districts,
	followUps,
	issues,
	landowners,
	ownerships,
	properties,
	sites,
	skillNeeds,
} from '#db/schema/index.ts';
import type { DraftForm, DraftKey } from './forms.ts';

/** Where the record of a form stands once it is saved. */
const RECORDS = {
	dialogue: dialogues,
	followUp: followUps,
	company: companies,
	site: sites,
	district: districts,
	landowner: landowners,
	property: properties,
	ownership: ownerships,
	contact: contacts,
	contactRole: contactRoles,
	commitment: companyCommitments,
	need: skillNeeds,
	issue: issues,
} satisfies Record<DraftForm, unknown>;

/** True when a record was saved under this id, whatever became of it since. */
export async function recordExists(tx: Db, { form, recordId }: DraftKey): Promise<boolean> {
	const table = RECORDS[form];
	const rows = await tx.select({ id: table.id }).from(table).where(eq(table.id, recordId)).limit(1);
	return rows.length > 0;
}
