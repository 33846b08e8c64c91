import { eq } from 'drizzle-orm';
import { can } from '#app/auth/policy.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { WITHDRAWABLE_MS } from '#app/dialogues/dialogue.ts';
import { issuesOf } from '#app/issues/queries.server.ts';
import { paths } from '#app/paths.ts';
import { db } from '#db/client.server.ts';
import { dialogues } from '#db/schema/index.ts';
import { hangingOn, isKept, seenBy } from './hanging.server.ts';
import type { Hanging } from './hanging.ts';
import { trashedLine, type UpkeepRecord } from './records.server.ts';
import { KEPT_MS } from './trash.server.ts';

/** What the page before putting away shows: what hangs on the record, and what may be done with it. */
export async function hangingFor(viewer: Viewer, record: UpkeepRecord) {
	const thrown = await trashedLine(db, record);
	const isTrashed = thrown && { erasedAt: new Date(thrown.at.getTime() + KEPT_MS) };
	if (record.kind === 'dialogue') return { hanging: [], isThrowable: await isFresh(record.id), isTrashed };
	// What keeps a record may be closed to the viewer or taken back: it decides, and is not counted on the page.
	const isThrowable = !isKept(await hangingOn(db, record.kind, record.id));
	const open = await hangingOn(db, record.kind, record.id, seenBy(viewer));
	const seen = open.filter(({ what }) => maySee(viewer, what)).map((line) => ({ ...line, href: linkOf(record, line.what) }));
	// Issues of talks closed to the viewer are in no list of theirs, so in no count either.
	const issues = seen.some(({ what }) => what === 'issues') ? (await issuesOn(viewer, record)).length : 0;
	const hanging = seen.map((line) => (line.what === 'issues' ? { ...line, count: issues } : line)).filter(({ count }) => count > 0);
	return { hanging, isThrowable, isTrashed };
}

async function issuesOn(viewer: Viewer, { kind, id }: UpkeepRecord): Promise<unknown[]> {
	if (kind === 'company') return issuesOf(viewer, { companyId: id });
	if (kind === 'landowner') return issuesOf(viewer, { landownerId: id });
	return kind === 'district' ? issuesOf(viewer, { districtId: id }) : [];
}

/** A count tells that something is there: it is told to those who could open it. */
function maySee(viewer: Viewer, what: Hanging): boolean {
	switch (what) {
		case 'talks':
			return can(viewer, 'see', 'dialogue');
		case 'followUps':
			return can(viewer, 'see', 'followUp');
		case 'needs':
			return can(viewer, 'see', 'need');
		case 'stances':
			return can(viewer, 'see', 'stance');
		case 'issues':
			return can(viewer, 'see', 'issue');
		case 'commitments':
			return can(viewer, 'see', 'commitment');
		default:
			return true;
	}
}

/** Where what hangs there is read: a list of its own, else the record's page. */
function linkOf({ kind, path, slug }: UpkeepRecord, what: Hanging): string {
	if (kind !== 'district' || !slug) return path;
	if (what === 'companies') return paths.companies({ district: slug, status: 'all' });
	return what === 'properties' ? paths.properties({ district: slug }) : path;
}

async function isFresh(dialogueId: string): Promise<boolean> {
	const [talk] = await db.select({ at: dialogues.createdAt }).from(dialogues).where(eq(dialogues.id, dialogueId));
	return talk !== undefined && Date.now() - talk.at.getTime() <= WITHDRAWABLE_MS;
}
