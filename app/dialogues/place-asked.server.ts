import type { Viewer } from '#app/auth/viewer.ts';
import { isCurrent } from '#app/contacts/contact.ts';
import { contactFor, rolesOf } from '#app/contacts/queries.server.ts';
import { firmNamed, ownerNamed, type Place } from '#app/follow-ups/places.server.ts';
import { notFound } from '#app/http/errors.ts';
import { today } from '#app/i18n/format.ts';
import { dialogueFor } from './queries.server.ts';

/**
 * What a new follow-up is about, from the address: a firm, an owner, a talk logged before, or a person, who stands for
 * the firm or owner they belong to. 404 for ids that name nothing.
 */
export async function placeAsked(viewer: Viewer, asked: URLSearchParams): Promise<Place & { contactId: string | null }> {
	const talkId = asked.get('dialogue');
	if (talkId) {
		const talk = await dialogueFor(viewer, talkId);
		if (!talk.isRevisable) throw notFound();
		const of = (kind: string) => talk.subjects.find((subject) => subject.kind === kind) ?? null;
		const named = (subject: { ref: string; name: string } | null) => subject && { id: subject.ref, name: subject.name };
		return { company: named(of('company')), landowner: named(of('landowner')), dialogueId: talk.id, contactId: null };
	}
	const contactId = asked.get('contact');
	const role = contactId ? await placeOfContact(viewer, contactId) : {};
	const [company, landowner] = await Promise.all([
		firmNamed(viewer, asked.get('company') ?? role.companyId),
		ownerNamed(viewer, asked.get('landowner') ?? role.landownerId),
	]);
	return { company, landowner, contactId, dialogueId: null };
}

/** Where a person is met: the firm or owner of their first current role; a site's role is one with its firm. */
export async function placeOfContact(viewer: Viewer, contactId: string): Promise<{ companyId?: string; landownerId?: string }> {
	await contactFor(viewer, contactId);
	const roles = await rolesOf(viewer, contactId);
	const role = roles.find((one) => isCurrent(one, today()));
	if (role?.companyId) return { companyId: role.companyId };
	return role?.landownerId ? { landownerId: role.landownerId } : {};
}
