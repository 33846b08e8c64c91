import { and, inArray } from 'drizzle-orm';
import { noteReadable, within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { commitmentsOf } from '#app/companies/commitments.server.ts';
import { placeLine } from '#app/companies/place-line.ts';
import { companyFor, sitesOf } from '#app/companies/queries.server.ts';
import { statusName } from '#app/companies/register-codes.server.ts';
import { responsiblesOf } from '#app/companies/responsibles.server.ts';
import type { ContactLine } from '#app/contacts/contact.ts';
import { contactsOf } from '#app/contacts/queries.server.ts';
import { excerpt } from '#app/dialogues/dialogue.ts';
import type { TalkEntry } from '#app/dialogues/parts.server.ts';
import { timelineOf } from '#app/dialogues/timelines.server.ts';
import { type FollowUpItem, type FollowUpScope, followUpsOf, promisesFirst } from '#app/follow-ups/queries.server.ts';
import { today } from '#app/i18n/format.ts';
import { issuesOf } from '#app/issues/queries.server.ts';
import { landownerFor, landownerOfCompany, propertiesOfOwner } from '#app/landowners/queries.server.ts';
import { needsOf } from '#app/needs/queries.server.ts';
import { stancesOf } from '#app/stances/queries.server.ts';
import { touchesOf } from '#app/touches/queries.server.ts';
import { ofColleagues } from '#app/touches/touches.ts';
import { db } from '#db/client.server.ts';
import { dialogues } from '#db/schema/index.ts';
import { visibleWhen } from '#db/sql.server.ts';
import type { TimelineScope } from '#db/vocabulary.ts';
import { type PrepFlag, registerFlags, talkFlags } from './flags.ts';

// One page before a visit: what was promised, said, needed, and by whom else. Every part is asked for as its own page
// asks, so that the sheet shows nobody what they could not open.

/** What fits on one sheet. */
const FITS = { talks: 3, followUps: 8, contacts: 5, needs: 6, issues: 5, properties: 6, note: 420 };

/** The sheet for a firm, with the owner it is where it owns land. 404 when there is none the viewer may know of. */
export async function companyPrep(viewer: Viewer, id: string | undefined) {
	const company = await companyFor(viewer, id);
	const scope = { companyId: company.id };
	const owner = await landownerOfCompany(viewer, company.id);
	const [sites, contacts, needs, commitments, responsibles, properties, stances, parts] = await Promise.all([
		sitesOf(viewer, company.id),
		contactsOf(viewer, scope),
		needsOf(viewer, scope, { limit: FITS.needs }),
		commitmentsOf(viewer, company.id),
		responsiblesOf(viewer, company.id),
		owner ? propertiesOfOwner(viewer, owner.id) : [],
		owner ? stancesOf(viewer, { landownerId: owner.id }) : [],
		partsOf(viewer, { kind: 'company', id: company.id }, owner ? [scope, { landownerId: owner.id }] : [scope]),
	]);
	const main = sites.find(({ isMain }) => isMain);
	const flags = registerFlags({ ...company, statusWords: company.status && statusName(company.status) });
	return {
		kind: 'company' as const,
		id: company.id,
		name: company.name,
		district: company.districtName,
		address: main ? placeLine(main) : '',
		phone: company.phone,
		email: company.email,
		needs,
		commitments: commitments.filter(({ isEnded }) => !isEnded),
		responsibles: responsibles.filter(({ toOn }) => toOn === null),
		properties: properties.slice(0, FITS.properties),
		stances,
		...shared(contacts, parts, flags),
	};
}

/** The sheet for an owner; one that is a firm has its needs and people as well. 404 when there is none the viewer may know of. */
export async function landownerPrep(viewer: Viewer, id: string | undefined) {
	const owner = await landownerFor(viewer, id);
	const scope = { landownerId: owner.id };
	const firm = owner.companyId ? { companyId: owner.companyId } : null;
	const [people, firmsPeople, needs, properties, stances, parts] = await Promise.all([
		contactsOf(viewer, scope),
		firm ? contactsOf(viewer, firm) : [],
		firm ? needsOf(viewer, firm, { limit: FITS.needs }) : [],
		propertiesOfOwner(viewer, owner.id),
		stancesOf(viewer, scope),
		partsOf(viewer, { kind: 'landowner', id: owner.id }, firm ? [scope, firm] : [scope]),
	]);
	const known = new Set(people.map(({ contactId }) => contactId));
	return {
		kind: 'landowner' as const,
		id: owner.id,
		name: owner.name,
		district: [...new Set(properties.flatMap(({ districtName }) => districtName ?? []))].join(', ') || null,
		address: placeLine(owner),
		phone: owner.phone ?? owner.company?.phone ?? null,
		email: owner.email ?? owner.company?.email ?? null,
		needs,
		commitments: [],
		responsibles: [],
		properties: properties.slice(0, FITS.properties),
		stances,
		...shared([...people, ...firmsPeople.filter(({ contactId }) => !known.has(contactId))], parts, []),
	};
}

export type Prep = Awaited<ReturnType<typeof companyPrep>> | Awaited<ReturnType<typeof landownerPrep>>;

/** What both kinds of sheet ask: the talks, what was agreed, what is open, who else was there. */
async function partsOf(viewer: Viewer, timeline: { kind: TimelineScope; id: string }, scopes: readonly FollowUpScope[]) {
	const scope = timeline.kind === 'company' ? { companyId: timeline.id } : { landownerId: timeline.id };
	const [agreed, { entries }, issues, touches] = await Promise.all([
		Promise.all(scopes.map((one) => followUpsOf(viewer, one, FITS.followUps))),
		timelineOf(viewer, timeline, { limit: FITS.talks }),
		issuesOf(viewer, scope, { limit: FITS.issues }),
		touchesOf(viewer, scope),
	]);
	const followUps = new Map<string, FollowUpItem>();
	for (const item of agreed.flat()) if (!followUps.has(item.id)) followUps.set(item.id, item);
	return {
		followUps: promisesFirst([...followUps.values()]).slice(0, FITS.followUps),
		talks: await withLongerNotes(viewer, entries),
		issues,
		touches: ofColleagues(touches),
	};
}

function shared(contacts: readonly ContactLine[], parts: Awaited<ReturnType<typeof partsOf>>, flags: readonly PrepFlag[]) {
	const lastTalkOn = parts.talks[0]?.heldOn ?? null;
	return {
		...parts,
		contacts: contacts.slice(0, FITS.contacts),
		flags: [...flags, ...talkFlags({ lastTalkOn, followUps: parts.followUps, contacts }, today())],
	};
}

/** Lists show the beginning of a note; a sheet read in the car shows more of it. */
async function withLongerNotes(viewer: Viewer, talks: readonly TalkEntry[]): Promise<TalkEntry[]> {
	if (talks.length === 0) return [];
	const rows = await db
		.select({ id: dialogues.id, note: visibleWhen(noteReadable(viewer), dialogues.note) })
		.from(dialogues)
		.where(
			and(
				within(viewer, 'dialogues'),
				inArray(
					dialogues.id,
					talks.map(({ id }) => id),
				),
			),
		);
	const notes = new Map(rows.map(({ id, note }) => [id, note && excerpt(note, FITS.note)]));
	return talks.map((talk) => ({ ...talk, note: notes.get(talk.id) ?? null }));
}
