import type { Viewer } from '#app/auth/viewer.ts';
import { refreshFindable } from '#app/findable/refresh.server.ts';
import { write } from '#db/client.server.ts';
import { newId } from '#db/new-id.ts';
import { phoneKey } from '#db/phone-key.ts';
import { attachments, dialogueSubjects, dialogues, districts, followUps, issues, skillNeeds, skills } from '#db/schema/index.ts';
import { make } from '#tests/make.ts';
import type { World } from '#tests/world.ts';

const dates = { createdAt: new Date(), updatedAt: new Date() };
const refreshed = (kind: string, id: string) => write((tx) => refreshFindable(tx, { kind, id }));

/** A talk with its part of the search. */
export async function talkAbout(
	author: Viewer,
	given: Partial<typeof dialogues.$inferInsert> & { companyId: string; districtId?: string },
): Promise<string> {
	const { id } = await make.dialogue(author, given);
	await refreshed('dialogue', id);
	return id;
}

/** A talk with an owner alone: its note is the unit's. */
export async function talkWithOwner(author: Viewer, landownerId: string, note: string): Promise<string> {
	const id = newId();
	const unitId = author.memberships[0]?.unitId ?? '';
	await write(async (tx) => {
		await tx
			.insert(dialogues)
			.values({ ...dates, id, authorId: author.id, unitId, channel: 'landowner_meeting', heldOn: '2026-10-05', note, isLandownerOnly: true });
		await tx.insert(dialogueSubjects).values({ id: newId(), dialogueId: id, landownerId });
	});
	await refreshed('dialogue', id);
	return id;
}

export async function followUpOf(author: Viewer, text: string, given: Partial<typeof followUps.$inferInsert> = {}): Promise<string> {
	const id = newId();
	const mine = { assigneeId: author.id, unitId: author.memberships[0]?.unitId ?? '' };
	await write((tx) => tx.insert(followUps).values({ ...dates, id, text, ...mine, ...given }));
	await refreshed('followUp', id);
	return id;
}

export async function fileOf(author: Viewer, dialogueId: string, name: string): Promise<string> {
	const id = newId();
	const file = { id, dialogueId, name, contentType: 'application/pdf', size: 9, sha256: id, uploadedById: author.id, createdAt: new Date() };
	await write((tx) => tx.insert(attachments).values(file));
	await refreshed('attachment', id);
	return id;
}

export async function issueOf(author: Viewer, title: string, given: Partial<typeof issues.$inferInsert>): Promise<string> {
	const id = newId();
	const mine = { ownerId: author.id, unitId: author.memberships[0]?.unitId ?? '' };
	await write((tx) => tx.insert(issues).values({ ...dates, id, title, openedOn: '2026-10-01', ...mine, ...given }));
	await refreshed('issue', id);
	return id;
}

/** What the forty questions are asked of: name → "kind id" of the record. */
export async function buildSmallTown({ anna, ejby, demolund, prøvebageriet }: World): Promise<Record<string, string>> {
	const town: Record<string, string> = {
		demolund: `company ${demolund.id}`,
		demolundSite: `site ${demolund.siteId}`,
		bageri: `company ${prøvebageriet.id}`,
		bageriSite: `site ${prøvebageriet.siteId}`,
		ejby: `district ${ejby.id}`,
	};
	const company = async (key: string, given: Parameters<typeof make.company>[0]) => {
		const made = await make.company({ ...given, phoneKey: phoneKey(given.phone) });
		town[key] = `company ${made.id}`;
		return made;
	};
	await company('ølstykke', { name: 'Ølstykke Tømrer og Snedker ApS', cvr: '99000023', phone: '43 12 34 56' });
	await company('århus', { name: 'Århus Lædervarer A/S' });
	await company('aabenraa', { name: 'Aabenraa Skilte' });
	const holm = await company('holm', { name: 'Møbelgården Holm', alternativeNames: ['Holms Sofafabrik'], phone: '+45 70 10 20 30' });
	await company('transport', { name: 'Vestegnens Køletransport ApS', site: { address: 'Fabriksparken 21', postalCode: '2600', city: 'Glostrup' } });
	await company('lukket', { name: 'Demolund Gamle Støberi', statusGroup: 'ceased' });
	const mette = await make.contact({
		name: 'Mette Prøve-Åkær',
		phone: '+45 22 33 44 55',
		email: 'mette@holm.example',
		role: { companyId: holm.id, title: 'Værkfører' },
	});
	town.mette = `contact ${mette.id}`;
	const søren = await make.contact({ name: 'Søren Æbeltoft', email: 'soeren@demolund.example', role: { companyId: demolund.id, title: 'Direktør' } });
	town.søren = `contact ${søren.id}`;
	const owner = await make.landowner({ name: 'Ejendomsfonden Kløverløkken', kind: 'fund', phone: '43960000' });
	town.fond = `landowner ${owner.id}`;
	const property = await make.property({
		name: 'Sandbakkevej 7',
		bfe: '9100277',
		cadastralDistrict: '2000174',
		parcelNo: '12ab',
		districtId: ejby.id,
		owners: [owner],
	});
	town.sandbakke = `property ${property.id}`;
	town.note = `dialogue ${await talkAbout(anna, { companyId: demolund.id, note: 'Talte om to lærlinge og mere plads til værkstedet i foråret.' })}`;
	town.parkering = `dialogue ${await talkAbout(anna, { companyId: holm.id, heldOn: '2026-11-10', note: 'Klager over parkering på Hovedvejen; vil gerne udvide.' })}`;
	town.followUp = `followUp ${await followUpOf(anna, 'Send tegninger af kajpladsen', { companyId: holm.id })}`;
	town.file = `attachment ${await fileOf(anna, town.note.split(' ')[1] ?? '', 'Situationsplan Rådyrvej.pdf')}`;
	town.issue = `issue ${await issueOf(anna, 'Tung trafik på Ørnebjergvej', { companyId: holm.id })}`;
	const skillId = newId();
	const needId = newId();
	const skill = {
		id: skillId,
		groupKey: 'metal',
		kind: 'skill' as const,
		nameDa: 'CNC-betjening',
		nameEn: 'CNC operation',
		sortName: 'cnc',
		aliases: ['spåntager'],
	};
	await write(async (tx) => {
		await tx.insert(skills).values({ ...dates, ...skill });
		const need = { id: needId, companyId: demolund.id, skillId, wording: 'drejer til nattehold', unitId: anna.memberships[0]?.unitId ?? '' };
		await tx.insert(skillNeeds).values({ ...dates, ...need });
		for (const { id } of await tx.select({ id: districts.id }).from(districts)) await refreshFindable(tx, { kind: 'district', id });
	});
	await refreshed('need', needId);
	town.need = `need ${needId}`;
	return town;
}
