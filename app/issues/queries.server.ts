import { and, asc, desc, eq, inArray, isNull, type SQL } from 'drizzle-orm';
import { personWords } from '#app/auth/labels.ts';
import { noteReadable, within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import type { HarvestScope } from '#app/harvest/harvest.ts';
import { notFound } from '#app/http/errors.ts';
import { ownedOn } from '#app/landowners/open.server.ts';
import { db } from '#db/client.server.ts';
import { isId } from '#db/new-id.ts';
import { companies, dialogueIssues, dialogues, districts, issues, landowners, ownerships, topics, units, users } from '#db/schema/index.ts';
import { countTo } from '#db/sql.server.ts';
import type { IssueState } from './issue.ts';
import { issueReadable } from './rights.server.ts';

/** A matter in a list; those the viewer may not read are not in it. */
export interface IssueLine {
	id: string;
	title: string;
	topic: { id: string; nameDa: string; nameEn: string } | null;
	state: IssueState;
	openedOn: string;
	resolvedOn: string | null;
	outcome: string | null;
	company: { id: string; name: string } | null;
	landowner: { id: string; name: string } | null;
	district: { slug: string; name: string } | null;
	owner: { id: string; name: string };
}

const LINE = {
	id: issues.id,
	version: issues.version,
	title: issues.title,
	topic: { id: topics.id, nameDa: topics.nameDa, nameEn: topics.nameEn },
	state: issues.state,
	openedOn: issues.openedOn,
	resolvedOn: issues.resolvedOn,
	outcome: issues.outcome,
	company: { id: companies.id, name: companies.name },
	landowner: { id: landowners.id, name: landowners.name },
	district: { slug: districts.slug, name: districts.name },
	owner: { id: users.id, name: users.name, disabledAt: users.disabledAt },
	topicId: issues.topicId,
	districtId: issues.districtId,
	ownerId: issues.ownerId,
	raisedInId: issues.raisedInId,
	unitName: units.name,
};

export const lines = () =>
	db
		.select(LINE)
		.from(issues)
		.innerJoin(users, eq(users.id, issues.ownerId))
		.innerJoin(units, eq(units.id, issues.unitId))
		.leftJoin(dialogues, eq(dialogues.id, issues.raisedInId))
		.leftJoin(topics, eq(topics.id, issues.topicId))
		.leftJoin(companies, eq(companies.id, issues.companyId))
		.leftJoin(landowners, eq(landowners.id, issues.landownerId))
		.leftJoin(districts, eq(districts.id, issues.districtId));

/** A matter whose owner is said to be gone where they are. */
export const withOwner = <Row extends { owner: { id: string; name: string; disabledAt: Date | null } }>({ owner, ...row }: Row) => ({
	...row,
	owner: { id: owner.id, name: personWords(owner) },
});

export const readable = (viewer: Viewer) => and(within(viewer, 'issues'), issueReadable(viewer));

/** Open matters there, latest first; of one talk all that came up in it. At most `limit`. */
export async function issuesOf(viewer: Viewer, scope: HarvestScope, { limit = 50 } = {}): Promise<IssueLine[]> {
	const which = scopeOf(viewer, scope);
	if (!which) return [];
	const found = await lines()
		.where(and(readable(viewer), which, 'dialogueId' in scope ? undefined : eq(issues.state, 'open')))
		.orderBy(desc(issues.openedOn), desc(issues.id))
		.limit(limit);
	return found.map(withOwner);
}

/** Open matters of a district the viewer may read; at most one more than `cap`. */
export const openIssuesIn = (viewer: Viewer, districtId: string, cap: number): Promise<number> =>
	countTo(
		db
			.select({ id: issues.id })
			.from(issues)
			.leftJoin(dialogues, eq(dialogues.id, issues.raisedInId))
			.where(and(readable(viewer), eq(issues.districtId, districtId), eq(issues.state, 'open'))),
		cap,
	);

function scopeOf(viewer: Viewer, scope: HarvestScope): SQL | undefined {
	if ('companyId' in scope) return eq(issues.companyId, scope.companyId);
	if ('landownerId' in scope) return eq(issues.landownerId, scope.landownerId);
	if ('districtId' in scope) return eq(issues.districtId, scope.districtId);
	if ('propertyId' in scope)
		return inArray(
			issues.landownerId,
			db
				.select({ id: ownerships.landownerId })
				.from(ownerships)
				.where(and(eq(ownerships.propertyId, scope.propertyId), ownedOn())),
		);
	if ('dialogueId' in scope) return inArray(issues.id, namedIn(viewer, scope.dialogueId));
	return undefined;
}

/** What came up in a talk says what its note says: only for those who may read that. */
const namedIn = (viewer: Viewer, dialogueId: string) =>
	db
		.select({ id: dialogueIssues.issueId })
		.from(dialogueIssues)
		.innerJoin(dialogues, eq(dialogues.id, dialogueIssues.dialogueId))
		.where(and(eq(dialogueIssues.dialogueId, dialogueId), noteReadable(viewer)));

/** One matter. 404 when it is not there or not the viewer's to read. */
export async function issueFor(viewer: Viewer, id: string | undefined) {
	if (!isId(id)) throw notFound();
	const [issue] = await lines().where(and(eq(issues.id, id), readable(viewer)));
	if (!issue) throw notFound();
	return withOwner(issue);
}

/** Talks a matter came up in, latest first, as far as the viewer may read them. At most `limit`. */
export const talksNaming = (viewer: Viewer, issueId: string, limit = 50) =>
	db
		.select({ id: dialogues.id, heldOn: dialogues.heldOn, channel: dialogues.channel, authorName: users.name, unitName: units.name })
		.from(dialogueIssues)
		.innerJoin(dialogues, eq(dialogues.id, dialogueIssues.dialogueId))
		.innerJoin(users, eq(users.id, dialogues.authorId))
		.innerJoin(units, eq(units.id, dialogues.unitId))
		.where(and(eq(dialogueIssues.issueId, issueId), within(viewer, 'dialogues'), noteReadable(viewer)))
		.orderBy(desc(dialogues.heldOn), desc(dialogues.id))
		.limit(limit);

/** Topics a matter can be of. */
export const topicChoices = () =>
	db
		.select({ id: topics.id, nameDa: topics.nameDa, nameEn: topics.nameEn })
		.from(topics)
		.where(isNull(topics.archivedAt))
		.orderBy(asc(topics.position));
