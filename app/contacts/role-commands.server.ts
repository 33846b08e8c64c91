import { and, eq, inArray, isNull } from 'drizzle-orm';
import { differences, hasDifferences } from '#app/activity/differences.ts';
import { recordActivity, type Verb } from '#app/activity/record.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { type Created, madeBefore, type Revised, recordDeed, revise, writeOnce } from '#app/editing/revise.server.ts';
import { refreshFindable } from '#app/findable/refresh.server.ts';
import { badRequest, notFound } from '#app/http/errors.ts';
import { today } from '#app/i18n/format.ts';
import { demand } from '#app/record/guard.server.ts';
import { known } from '#app/record/known.server.ts';
import { type Db, write } from '#db/client.server.ts';
import { contactRoles, dialogueContacts, sites } from '#db/schema/index.ts';
import { actorOf, recordsOf } from './commands.server.ts';
import { hasEnded } from './contact.ts';
import type { NewRoleInput, RoleInput } from './contact-form.server.ts';
import { placeColumns, unmarkPrimary } from './rows.server.ts';

type RoleRow = typeof contactRoles.$inferSelect;

/**
 * Gives a person a further role; the open roles named in `ends` end on the day it begins (today, when that is not known).
 * The same id again is the same role. 400 when nobody is named whom the role is with.
 */
export async function addRole(viewer: Viewer, input: NewRoleInput): Promise<Created> {
	demand(viewer, 'revise', 'contact');
	const { id, contactId, title, isPrimary, fromOn } = input;
	const subject = { kind: 'contactRole', id } as const;
	return writeOnce(async (tx): Promise<Created> => {
		const [same] = await tx.select().from(contactRoles).where(eq(contactRoles.id, id));
		if (same && same.contactId !== contactId) throw badRequest();
		if (same) return madeBefore(tx, viewer, subject, isAsTyped(same, input));
		await presentContact(tx, viewer, contactId);
		const place = await placeColumns(tx, viewer, input);
		if (!place) throw badRequest();
		const now = new Date();
		await tx.insert(contactRoles).values({ ...place, id, contactId, title, isPrimary, fromOn, createdAt: now, updatedAt: now });
		const unmarked = isPrimary ? await unmarkPrimary(tx, { ...place, fromOn }, id) : [];
		const ended = await endRoles(tx, contactId, input.ends, fromOn ?? today());
		await recordDeed(tx, viewer, {
			verb: 'contactRole.added',
			subject,
			also: [{ kind: 'contact', id: contactId }, ...recordsOf(place), ...unmarked, ...ended.map((role) => ({ kind: 'contactRole', id: role }))],
			changes: { title: [null, title], fromOn: [null, fromOn], ...(ended.length > 0 && { ends: [[], ended] }) },
		});
		await refreshFindable(tx, { kind: 'contact', id: contactId });
		return { kind: 'saved', id };
	});
}

/** The role an earlier try of the same form made stands as typed now. */
const isAsTyped = (role: RoleRow, { contactId, title, isPrimary, fromOn, companyId, siteId, landownerId, propertyId }: NewRoleInput): boolean => {
	const place = { companyId: companyId || null, siteId: siteId || null, landownerId: landownerId || null, propertyId: propertyId || null };
	return !role.archivedAt && !hasDifferences<RoleRow>(role, { contactId, title, isPrimary, fromOn, ...place });
};

/** Ends open roles of a person on a day, none before the day it began; answers which. */
async function endRoles(tx: Db, contactId: string, ids: readonly string[], day: string): Promise<string[]> {
	if (ids.length === 0) return [];
	const open = await tx
		.select()
		.from(contactRoles)
		.where(and(inArray(contactRoles.id, [...ids]), eq(contactRoles.contactId, contactId), isNull(contactRoles.archivedAt)));
	for (const role of open.filter((one) => !hasEnded(one, today()))) {
		const toOn = role.fromOn && role.fromOn > day ? role.fromOn : day;
		// The mark stays until the day has come.
		const isPrimary = role.isPrimary && toOn > today();
		await tx
			.update(contactRoles)
			.set({ toOn, isPrimary, version: role.version + 1, updatedAt: new Date() })
			.where(eq(contactRoles.id, role.id));
	}
	return open.map(({ id }) => id);
}

/** Changes a role's title, dates, property and whether this is whom to call first. */
export async function reviseRole(viewer: Viewer, input: RoleInput): Promise<Revised> {
	demand(viewer, 'revise', 'contact');
	return write(async (tx) => {
		const before = await presentRole(tx, viewer, input.id);
		if (input.propertyId && input.propertyId !== before.propertyId) await placeColumns(tx, viewer, { ...before, propertyId: input.propertyId });
		const { title, isPrimary, fromOn, toOn, propertyId } = input;
		return saveRole(tx, viewer, before, input.version, { title, isPrimary, fromOn, toOn, propertyId: before.landownerId ? propertyId : null });
	});
}

/** So often somebody else may come in between before ending gives up; each time means that they got through. */
const MOST_TRIES = 10;

/** Ends a role today. One that has ended already stays as it is. */
export async function endRole(viewer: Viewer, id: string): Promise<void> {
	demand(viewer, 'revise', 'contact');
	const attempt = () =>
		write(async (tx): Promise<Revised> => {
			const before = await presentRole(tx, viewer, id);
			if (hasEnded(before, today())) return { kind: 'unchanged' };
			const toOn = before.fromOn && before.fromOn > today() ? before.fromOn : today();
			return saveRole(tx, viewer, before, before.version, { toOn, isPrimary: false }, 'contactRole.ended');
		});
	for (let tries = 0; tries < MOST_TRIES; tries++) if ((await attempt()).kind !== 'conflict') return;
	throw new Error('Ending a role met ten others in a row');
}

const saveRole = (tx: Db, viewer: Viewer, before: RoleRow, version: number, wanted: Partial<RoleRow>, verb?: Verb): Promise<Revised> =>
	revise(
		tx,
		viewer,
		{ kind: 'contactRole', id: before.id },
		{
			...{ before, version, wanted, verb },
			also: [{ kind: 'contact', id: before.contactId }, ...recordsOf(before)],
			after: async ({ isPrimary, fromOn }) => {
				await refreshFindable(tx, { kind: 'contact', id: before.contactId });
				return isPrimary ? unmarkPrimary(tx, { ...before, fromOn }, before.id) : [];
			},
		},
	);

/**
 * Makes two roles of one person with the same firm or owner one: `keepId` takes in the other's time and, where it has none,
 * its title; talks held in the other role are now of this one, with the title of their day. 400 for roles that are no pair.
 */
export async function joinRoles(viewer: Viewer, { keepId, otherId }: { keepId: string; otherId: string }): Promise<void> {
	demand(viewer, 'revise', 'contact');
	await write(async (tx) => {
		const keep = await presentRole(tx, viewer, keepId);
		const [other] = await tx.select().from(contactRoles).where(eq(contactRoles.id, otherId));
		if (!other || other.contactId !== keep.contactId || other.id === keep.id) throw badRequest();
		if ((await partyOf(tx, keep)) !== (await partyOf(tx, other))) throw badRequest();
		const now = new Date();
		const taken = await tx
			.update(contactRoles)
			.set({ archivedAt: now, isPrimary: false, version: other.version + 1, updatedAt: now })
			.where(and(eq(contactRoles.id, other.id), isNull(contactRoles.archivedAt)))
			.returning({ id: contactRoles.id });
		// Sent again: joined already.
		if (taken.length === 0) return;
		const joined = {
			title: keep.title ?? other.title,
			isPrimary: keep.isPrimary || other.isPrimary,
			fromOn: keep.fromOn && other.fromOn ? [keep.fromOn, other.fromOn].sort()[0] : null,
			toOn: keep.toOn && other.toOn ? [keep.toOn, other.toOn].sort()[1] : null,
		};
		const changes = differences<RoleRow>(keep, joined);
		await tx
			.update(contactRoles)
			.set({ ...joined, version: keep.version + 1, updatedAt: now })
			.where(eq(contactRoles.id, keep.id));
		const unmarked = joined.isPrimary && !keep.isPrimary ? await unmarkPrimary(tx, { ...keep, ...joined }, keep.id) : [];
		await tx.update(dialogueContacts).set({ contactRoleId: keep.id }).where(eq(dialogueContacts.contactRoleId, other.id));
		await recordActivity(tx, actorOf(viewer), {
			verb: 'contactRole.joined',
			subject: { kind: 'contactRole', id: keep.id },
			also: [{ kind: 'contactRole', id: other.id }, { kind: 'contact', id: keep.contactId }, ...recordsOf(keep), ...unmarked],
			changes,
		});
		await refreshFindable(tx, { kind: 'contact', id: keep.contactId });
	});
}

/** The firm a role is with, by itself or by its site, or the owner: roles with the same one can be joined. */
async function partyOf(tx: Db, { companyId, siteId, landownerId }: RoleRow): Promise<string | null> {
	if (!siteId) return companyId ?? landownerId;
	const [site] = await tx.select({ companyId: sites.companyId }).from(sites).where(eq(sites.id, siteId));
	return site?.companyId ?? null;
}

async function presentContact(tx: Db, viewer: Viewer, id: string) {
	const contact = await known(tx, viewer, 'contacts', id);
	if (!contact) throw notFound();
}

async function presentRole(tx: Db, viewer: Viewer, id: string): Promise<RoleRow> {
	const [role] = await tx
		.select()
		.from(contactRoles)
		.where(and(eq(contactRoles.id, id), isNull(contactRoles.archivedAt)));
	if (!role) throw notFound();
	await presentContact(tx, viewer, role.contactId);
	return role;
}
