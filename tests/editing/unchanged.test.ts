import { count, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { editedTable } from '#app/activity/edited.server.ts';
import * as editPerson from '#app/admin/routes/person.tsx';
import * as editUnit from '#app/admin/routes/unit.tsx';
import type { Viewer } from '#app/auth/viewer.ts';
import { recordCommitment } from '#app/companies/commitments.server.ts';
import * as editCommitment from '#app/companies/routes/commitment-form.tsx';
import * as editCompany from '#app/companies/routes/edit.tsx';
import * as editSite from '#app/companies/routes/site-form.tsx';
import * as editContact from '#app/contacts/routes/edit.tsx';
import * as editRole from '#app/contacts/routes/edit-role.tsx';
import { logDialogue } from '#app/dialogues/commands.server.ts';
import * as editDialogue from '#app/dialogues/routes/edit.tsx';
import * as editDistrict from '#app/districts/routes/form.tsx';
import { agreeFollowUp } from '#app/follow-ups/commands.server.ts';
import * as editFollowUp from '#app/follow-ups/routes/edit.tsx';
import * as editIssue from '#app/issues/routes/form.tsx';
import * as editLandowner from '#app/landowners/routes/form.tsx';
import * as editNeed from '#app/needs/routes/edit.tsx';
import * as editOwnership from '#app/properties/routes/edit-ownership.tsx';
import * as editProperty from '#app/properties/routes/form.tsx';
import { db } from '#db/client.server.ts';
import { newId } from '#db/new-id.ts';
import { activity, searchEntries } from '#db/schema/index.ts';
import { call } from '#tests/call.ts';
import { talk } from '#tests/dialogues/talk.ts';
import { make } from '#tests/make.ts';
import { buildWorld, type World } from '#tests/world.ts';

// Opened, looked at, saved: nobody has changed anything, so nothing is written.

interface Case {
	route: { loader: typeof editContact.loader; action: typeof editContact.action };
	id: string;
	params: Record<string, string>;
	as?: Viewer;
	/** What the form posts beside the fields that merge. */
	more?: Record<string, string>;
}

let world: World;
let cases: Record<string, Case>;

beforeAll(async () => {
	world = await buildWorld();
	const { anna, adam, demolund, fabriksvej, prøvefonden } = world;
	const place = { companyId: demolund.id, landownerId: null, dialogueId: null };
	const commitment = { id: newId(), kind: 'internships' as const, places: 2, note: 'Om sommeren & "efteråret"', fromOn: '2026-05-01', toOn: null };
	await recordCommitment(anna, demolund.id, { ...commitment, version: undefined });
	const followUp = { id: newId(), kind: 'task' as const, text: 'Ring om <tilbud>', dueOn: '2026-12-24', dueAtTime: null, contactId: null };
	await agreeFollowUp(anna, { ...followUp, ...place, assigneeId: anna.id, unitId: null, goAheadReason: null });
	const said = talk({ companyId: demolund.id, note: 'Første linje\nanden linje', needs: [], colleagueIds: [world.siri.id] });
	await logDialogue(anna, said);
	const contact = await make.contact({ name: 'Uændret & Søn', phone: '54 33 33 33', role: { companyId: demolund.id, title: 'Chef' } });
	const share = await make.ownership({ propertyId: fabriksvej.id, landownerId: world.ole.id, shareOf: 2, shareIn: 4 });
	const need = await make.need(anna, { companyId: demolund.id, wording: 'svejser', people: 2, byOn: '2027-03-01' });
	const issue = await make.issue(anna, { title: 'Støj fra vejen' });
	const route = (module: object) => module as Case['route'];
	cases = {
		company: { route: route(editCompany), id: demolund.id, params: { companyId: demolund.id } },
		site: { route: route(editSite), id: demolund.siteId, params: { siteId: demolund.siteId } },
		commitment: { route: route(editCommitment), id: commitment.id, params: { commitmentId: commitment.id } },
		contact: { route: route(editContact), id: contact.id, params: { contactId: contact.id } },
		contactRole: { route: route(editRole), id: contact.roleId ?? '', params: { roleId: contact.roleId ?? '' } },
		district: { route: route(editDistrict), id: world.ejby.id, params: { slug: world.ejby.slug } },
		landowner: { route: route(editLandowner), id: prøvefonden.id, params: { landownerId: prøvefonden.id } },
		property: { route: route(editProperty), id: fabriksvej.id, params: { propertyId: fabriksvej.id } },
		ownership: { route: route(editOwnership), id: share.id, params: { ownershipId: share.id } },
		need: { route: route(editNeed), id: need.id, params: { needId: need.id } },
		issue: { route: route(editIssue), id: issue.id, params: { issueId: issue.id } },
		followUp: { route: route(editFollowUp), id: followUp.id, params: { followUpId: followUp.id } },
		dialogue: { route: route(editDialogue), id: said.id, params: { dialogueId: said.id } },
		user: { route: route(editPerson), id: world.siri.id, params: { userId: world.siri.id }, as: adam },
		unit: { route: route(editUnit), id: world.units.planning, params: { unitId: world.units.planning }, as: adam },
	};
});

const KINDS = [
	...['company', 'site', 'commitment', 'contact', 'contactRole', 'district', 'landowner', 'property', 'ownership'],
	...['need', 'issue', 'followUp', 'dialogue', 'user', 'unit'],
];

/** All that a save leaves behind: version and moment of the row, its lines, its entries in the search. */
async function traces(kind: string, id: string) {
	const table = editedTable(kind);
	const [row] = await db.select({ version: table.version, updatedAt: table.updatedAt }).from(table).where(eq(table.id, id));
	const lines = await db.select({ lines: count() }).from(activity);
	const entries = await db.select().from(searchEntries).where(eq(searchEntries.recordId, id));
	return { row, lines, entries };
}

describe.each(KINDS)('a %s opened and saved', (kind) => {
	it('without a change writes no version, no line and no entry; line breaks posted by a browser are no change', async () => {
		const { route, params, id, as = world.anna, more } = cases[kind] ?? expect.unreachable();
		const { base, values } = (await call(route.loader, { as, params })).data as { base: string; values?: Record<string, unknown> };
		const shown = JSON.parse(base) as { values: Record<string, string | string[]>; digests: Record<string, string> };
		const long = Object.keys(shown.digests).map((field) => [field, String(values?.[field])]);
		const form = Object.fromEntries(
			[...Object.entries(shown.values), ...long].flatMap(([field, value]) =>
				value === '' ? [] : [[field, typeof value === 'string' ? value.replaceAll('\n', '\r\n') : value]],
			),
		);
		const before = await traces(kind, id);
		const answer = await call(route.action, { as, params, form: { ...form, ...more, id, _base: base } });
		expect([answer.status, answer.status === 302 ? null : answer.data]).toEqual([302, null]);
		expect(await traces(kind, id)).toEqual(before);
	});
});
