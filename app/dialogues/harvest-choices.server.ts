import { and, desc, eq, inArray, isNull, or } from 'drizzle-orm';
import { can } from '#app/auth/policy.ts';
import { stanceReadable, within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { type HarvestChoices, type IssueFields, MOST_ISSUES, type NeedFields, type StanceFields } from '#app/harvest/harvest.ts';
import { formatDay, named } from '#app/i18n/format.ts';
import { issueReadable } from '#app/issues/rights.server.ts';
import { WHOLE_FIRM } from '#app/needs/need.ts';
import { sitesByFirm } from '#app/needs/sites.server.ts';
import { WHOLE_HOLDING } from '#app/stances/stance.ts';
import { ownersAmong, type SubjectSeen } from '#app/subjects/owners-among.server.ts';
import type { SubjectRef } from '#app/subjects/subject.ts';
import { subjectsOfTalk } from '#app/subjects/talk.server.ts';
import { db } from '#db/client.server.ts';
import { isId, newId } from '#db/new-id.ts';
import { companies, dialogueIssues, dialogues, issues, landowners, sites, skillNeeds, skills, stances } from '#db/schema/index.ts';

/** What these subjects offer to the rows of a talk; with `dialogueId` also the matters that talk names already. */
export async function harvestChoices(viewer: Viewer, refs: readonly SubjectRef[], dialogueId?: string): Promise<HarvestChoices> {
	const subjects = await seen(viewer, refs.filter(({ id }) => isId(id)).slice(0, 20));
	const [firms, owners, matters] = await Promise.all([
		firmsOf(viewer, subjects),
		can(viewer, 'record', 'stance') ? ownersAmong(db, viewer, subjects) : [],
		mattersOf(viewer, subjects, dialogueId),
	]);
	return {
		firms,
		owners: owners.map(({ landownerId, name, values, properties, meantPropertyId }) => ({
			value: values[0] ?? '',
			name,
			isOwner: landownerId !== null,
			properties,
			meantPropertyId,
		})),
		issues: matters,
	};
}

/** The subjects with the firm each stands for now. */
async function seen(viewer: Viewer, refs: readonly SubjectRef[]): Promise<SubjectSeen[]> {
	const idsOf = (kind: SubjectRef['kind']) => refs.flatMap((ref) => (ref.kind === kind ? [ref.id] : []));
	const [siteIds, ownerIds] = [idsOf('site'), idsOf('landowner')];
	const [ofSites, ofOwners] = await Promise.all([
		siteIds.length === 0
			? []
			: db
					.select({ id: sites.id, companyId: sites.companyId })
					.from(sites)
					.where(and(inArray(sites.id, siteIds), within(viewer, 'sites'))),
		ownerIds.length === 0
			? []
			: db
					.select({ id: landowners.id, companyId: landowners.companyId })
					.from(landowners)
					.where(and(inArray(landowners.id, ownerIds), within(viewer, 'landowners'))),
	]);
	const firms = new Map([...ofSites, ...ofOwners].map(({ id, companyId }) => [id, companyId]));
	return refs.map((ref) => ({ ...ref, thenCompanyId: ref.kind === 'company' ? ref.id : (firms.get(ref.id) ?? null) }));
}

async function firmsOf(viewer: Viewer, subjects: readonly SubjectSeen[]) {
	const ids = [...new Set(subjects.flatMap(({ thenCompanyId }) => thenCompanyId ?? []))];
	if (ids.length === 0) return [];
	const rows = await db
		.select({ id: companies.id, name: companies.name })
		.from(companies)
		.where(and(inArray(companies.id, ids), within(viewer, 'companies')));
	const sitesOf = await sitesByFirm(viewer, ids);
	return rows.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)).map((firm) => ({ ...firm, sites: sitesOf.get(firm.id) ?? [] }));
}

async function mattersOf(viewer: Viewer, subjects: readonly SubjectSeen[], dialogueId: string | undefined) {
	const firms = subjects.flatMap(({ thenCompanyId }) => thenCompanyId ?? []);
	const idsOf = (kind: SubjectSeen['kind']) => subjects.flatMap((subject) => (subject.kind === kind ? [subject.id] : []));
	const [owners, districtIds] = [idsOf('landowner'), idsOf('district')];
	const open = or(
		firms.length > 0 ? inArray(issues.companyId, firms) : undefined,
		owners.length > 0 ? inArray(issues.landownerId, owners) : undefined,
		districtIds.length > 0 ? inArray(issues.districtId, districtIds) : undefined,
	);
	const named = dialogueId
		? inArray(issues.id, db.select({ id: dialogueIssues.issueId }).from(dialogueIssues).where(eq(dialogueIssues.dialogueId, dialogueId)))
		: undefined;
	const which = or(named, open && and(open, eq(issues.state, 'open')));
	if (!which) return [];
	return (
		db
			.select({ id: issues.id, title: issues.title })
			.from(issues)
			.leftJoin(dialogues, eq(dialogues.id, issues.raisedInId))
			.where(and(within(viewer, 'issues'), issueReadable(viewer), which))
			.orderBy(desc(issues.openedOn), desc(issues.id))
			// One row of the form is for a new one.
			.limit(MOST_ISSUES - 1)
	);
}

export interface HarvestValues {
	needs: NeedFields[];
	stances: StanceFields[];
	issues: IssueFields[];
}

/** The rows of a new talk's form: one blank of each, so that the form works without scripts. */
export const blankHarvest = (): HarvestValues => ({ needs: [blankNeed()], stances: [blankStance()], issues: [blankIssue()] });

const blankNeed = (): NeedFields => ({
	id: newId(),
	version: null,
	companyId: null,
	siteId: null,
	wording: '',
	skillId: null,
	skillName: null,
	level: null,
	people: null,
	by: '',
	certainty: 'likely',
});
const blankStance = (): StanceFields => ({ id: newId(), owner: null, propertyId: null, topicId: null, level: null, horizon: null, barriers: [] });
const blankIssue = (): IssueFields => ({ id: newId(), known: null, named: null, title: null, topicId: null });

/** The rows of a talk as its edit form shows them, each list with one blank row at the end. */
export async function harvestOf(viewer: Viewer, dialogueId: string): Promise<HarvestValues> {
	const [needRows, stanceRows, matters] = await Promise.all([
		needsShown(viewer, dialogueId),
		db
			.select()
			.from(stances)
			.where(and(eq(stances.dialogueId, dialogueId), isNull(stances.retractedAt), stanceReadable(viewer)))
			.orderBy(stances.id),
		db
			.select({ id: dialogueIssues.issueId })
			.from(dialogueIssues)
			.innerJoin(issues, eq(issues.id, dialogueIssues.issueId))
			.leftJoin(dialogues, eq(dialogues.id, issues.raisedInId))
			.where(and(eq(dialogueIssues.dialogueId, dialogueId), within(viewer, 'issues'), issueReadable(viewer))),
	]);
	const blank = blankHarvest();
	return {
		needs: [...needRows, ...blank.needs],
		stances: [...stanceRows.map(stanceShown), ...blank.stances],
		issues: [...matters.map(({ id }): IssueFields => ({ id, known: 'on', named: 'on', title: null, topicId: null })), ...blank.issues],
	};
}

async function needsShown(viewer: Viewer, dialogueId: string): Promise<NeedFields[]> {
	const [rows, subjects] = await Promise.all([
		db
			.select({ need: skillNeeds, skill: { nameDa: skills.nameDa, nameEn: skills.nameEn } })
			.from(skillNeeds)
			.leftJoin(skills, eq(skills.id, skillNeeds.skillId))
			.where(and(within(viewer, 'skillNeeds'), eq(skillNeeds.dialogueId, dialogueId)))
			.orderBy(skillNeeds.id),
		subjectsOfTalk(db, dialogueId),
	]);
	return rows.map(({ need: { id, version, companyId, siteId, wording, skillId, level, people, byOn, certainty }, skill }) => {
		const siteOfTalk = subjects.find(({ thenCompanyId }) => thenCompanyId === companyId)?.siteId ?? null;
		return {
			...{ id, version, companyId, wording, skillId, certainty },
			// Where the talk was: it goes along when the talk's site is put right.
			siteId: siteId === siteOfTalk ? null : (siteId ?? WHOLE_FIRM),
			skillName: skill && named(skill),
			level: level === null ? null : String(level),
			people: people === null ? null : String(people),
			by: byOn ? formatDay(byOn) : '',
		};
	});
}

const stanceShown = ({ id, landownerId, propertyId, topicId, level, horizon, barriers }: typeof stances.$inferSelect): StanceFields => ({
	id,
	owner: `landowner:${landownerId}`,
	propertyId: propertyId ?? WHOLE_HOLDING,
	topicId,
	level: String(level),
	horizon,
	barriers,
});
