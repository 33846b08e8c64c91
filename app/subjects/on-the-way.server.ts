import { inArray } from 'drizzle-orm';
import type { Viewer } from '#app/auth/viewer.ts';
import { registerOnTheWay } from '#app/companies/on-the-way.server.ts';
import { createContactIn } from '#app/contacts/commands.server.ts';
import { badRequest } from '#app/http/errors.ts';
import type { Db } from '#db/client.server.ts';
import { fold } from '#db/fold.ts';
import { contacts } from '#db/schema/index.ts';
import type { NewPerson, SubjectRef } from './subject.ts';

/** What a talk's form names for the first time, beside the subjects and people there are. */
interface Named {
	subjects: SubjectRef[];
	contactIds: string[];
	newFirm: { id: string; name: string; cvr: string | null } | null;
	newPerson: NewPerson | null;
}

/** The firm and the person a talk's form names for the first time, made in its transaction: the talk's input with both in it. */
export async function withMadeOnTheWay<Input extends Named>(tx: Db, viewer: Viewer, input: Input): Promise<Input> {
	const { newFirm, newPerson } = input;
	let { subjects, contactIds } = input;
	if (newFirm) {
		const id = await registerOnTheWay(tx, viewer, newFirm);
		subjects = subjects.map((ref) => (ref.id === newFirm.id ? { kind: 'company', id } : ref));
	}
	if (newPerson) {
		const place = subjects.find(({ kind }) => kind === 'company' || kind === 'site' || kind === 'landowner');
		if (!place) throw badRequest();
		const role = place.kind === 'company' ? { companyId: place.id } : place.kind === 'site' ? { siteId: place.id } : { landownerId: place.id };
		const { contactId } = await createContactIn(tx, viewer, { ...newPerson, ...role });
		contactIds = [...contactIds, contactId];
	}
	return { ...input, subjects, contactIds };
}

/** True when the person a form names anew is one of these already. */
export async function isMet(tx: Db, newPerson: NewPerson | null, contactIds: readonly string[]): Promise<boolean> {
	if (!newPerson) return true;
	if (contactIds.length === 0) return false;
	const met = await tx
		.select({ nameKey: contacts.nameKey })
		.from(contacts)
		.where(inArray(contacts.id, [...contactIds]));
	return met.some(({ nameKey }) => nameKey === fold(newPerson.name));
}
