import { and, eq, inArray } from 'drizzle-orm';
import { can } from '#app/auth/policy.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { COUNT_CAP, followUpsOf, rolesOf, rowsIn, talksWith } from '#app/record/hanging.server.ts';
import { REACH } from '#app/record/history-fields.ts';
import { type Kind, refsOf } from '#app/record/kind.server.ts';
import { plainUpkeep } from '#app/record/plain.server.ts';
import { revertedBy, throughForm } from '#app/record/put-back.server.ts';
import type { Db } from '#db/client.server.ts';
import {
	activity,
	activitySubjects,
	activityValues,
	consents,
	contactRoles,
	contacts,
	dialogueContacts,
	dialogues,
	followUps,
} from '#db/schema/index.ts';
import { reviseContact } from './commands.server.ts';
import { contactForm } from './contact-form.server.ts';
import { CONTACT_DRAWER, contactCards, contactEntries, peopleIn } from './findable.server.ts';
import { spelledLike } from './named-like.server.ts';
import { CONTACT } from './record.ts';

const plain = plainUpkeep(CONTACT, contacts, { page: paths.contact, mayRevise: (viewer) => can(viewer, 'revise', 'contact') });

export const contactKind: Kind = {
	...CONTACT,
	table: contacts,
	found: { drawer: CONTACT_DRAWER.drawer, entries: contactEntries, cards: contactCards, inDistrict: peopleIn },
	upkeep: {
		...plain,
		named: (typed) => spelledLike(typed) ?? undefined,
		fields: { ...REACH, name: { label: () => m.companies_name(), isRevertible: true } },
		putBack: async (viewer, seen, { field, before }) =>
			throughForm(contactForm(), { ...(await plain.current(seen.id)), ...seen, [field]: before }, async (input) =>
				revertedBy(await reviseContact(viewer, input)),
			),
		hanging: (id) => [
			talksWith(async (tx, seen) =>
				tx
					.select({ id: dialogueContacts.dialogueId })
					.from(dialogueContacts)
					.innerJoin(dialogues, eq(dialogues.id, dialogueContacts.dialogueId))
					.where(and(eq(dialogueContacts.contactId, id), seen))
					.limit(COUNT_CAP + 1),
			),
			followUpsOf(eq(followUps.contactId, id)),
			rolesOf(eq(contactRoles.contactId, id)),
			{ what: 'consents', label: () => m.upkeep_hanging_consents(), ids: rowsIn(consents, eq(consents.contactId, id)) },
		],
		async erase(tx, id, parts) {
			const gone = [
				...(await parts('contactRole', eq(contactRoles.contactId, id))),
				...refsOf('consent', await tx.delete(consents).where(eq(consents.contactId, id)).returning({ id: consents.id })),
			];
			await tx.delete(contacts).where(eq(contacts.id, id));
			return gone;
		},
	},
	forgetBeside,
};

/** What was done to a person's roles and answers stands under those, also under ones that went before. */
async function forgetBeside(tx: Db, ids: string[]) {
	const lines = tx
		.select({ seq: activity.seq })
		.from(activitySubjects)
		.innerJoin(activity, eq(activity.seq, activitySubjects.seq))
		.where(
			and(
				eq(activitySubjects.subjectKind, 'contact'),
				inArray(activitySubjects.subjectId, ids),
				inArray(activity.subjectKind, ['contactRole', 'consent']),
			),
		);
	await tx.delete(activityValues).where(inArray(activityValues.seq, lines));
}
