import '#app/records/records.server.ts';
import { eq } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { recordActivity, SYSTEM } from '#app/activity/record.server.ts';
import { recountDistricts } from '#app/districts/summary.server.ts';
import { type Run, rebuildFindable } from '#app/findable/rebuild.server.ts';
import { noteRules } from '#app/findable/rules.server.ts';
import { type Db, db, write } from '#db/client.server.ts';
import {
	companies,
	companyCommitments,
	companyResponsibles,
	companyTerms,
	consents,
	contactRoles,
	contacts,
	dialogueColleagues,
	dialogueContacts,
	dialogueGoals,
	dialogueIssues,
	dialogueSubjects,
	dialogues,
	dialogueTopics,
	districts,
	followUps,
	goals,
	industries,
	issues,
	landownerResponsibles,
	landowners,
	memberships,
	ownerships,
	properties,
	siteDistricts,
	sites,
	skillNeeds,
	skills,
	stances,
	timelineEntries,
	topics,
	units,
	users,
} from '#db/schema/index.ts';
import { makeTown } from './town.ts';
import type { References, Town, TownPlan } from './town-plan.ts';

/** Rows per statement and, in a big town, per transaction; companies have 40 columns and SQLite takes 32,766 values. */
const CHUNK = 500;

/** Hears of each table as it is filled. */
export type Progress = (table: string, rows: number) => void;

/** In the order the references between them ask for. */
const TABLES = {
	units,
	users,
	memberships,
	districts,
	companies,
	companyTerms,
	sites,
	siteDistricts,
	landowners,
	properties,
	ownerships,
	landownerResponsibles,
	contacts,
	contactRoles,
	consents,
	companyResponsibles,
	companyCommitments,
	dialogues,
	dialogueSubjects,
	dialogueTopics,
	dialogueGoals,
	dialogueContacts,
	dialogueColleagues,
	issues,
	dialogueIssues,
	stances,
	skillNeeds,
	followUps,
	timelineEntries,
};

const ORDER = Object.keys(TABLES) as Array<keyof typeof TABLES>; // Object.keys only promises strings

/**
 * Makes the town of this plan and writes it through the schema, with one activity line per table, by the system.
 * `inOneGo`: all of it in one transaction, so that a start that is cut short leaves nothing; a big town is written
 * 500 rows at a time, so that others get their turn.
 */
export async function loadTown(plan: TownPlan, { inOneGo, progress = () => {} }: { inOneGo: boolean; progress?: Progress }): Promise<void> {
	const town = makeTown(plan, await references());
	if (inOneGo) await write((tx) => fill(town, (work) => work(tx), progress));
	else await fill(town, write, progress);
}

async function fill(town: Town, run: Run, progress: Progress) {
	const townId = town.units[0]?.id ?? '';
	for (const name of ORDER) {
		for (let at = 0; at < town[name].length; at += CHUNK) await run((tx) => insert(tx, TABLES[name], town[name].slice(at, at + CHUNK)));
		await run((tx) => recordActivity(tx, SYSTEM, { verb: `${name}.seeded`, subject: { kind: name, id: townId } }));
		progress(name, town[name].length);
	}
	const districtIds = town.districts.map(({ id }) => id);
	await run((tx) => recountDistricts(tx, districtIds));
	progress('districtSummaries', districtIds.length);
	await rebuildFindable(run, { isFresh: true });
	await run(noteRules);
	progress('searchEntries', town.companies.length + town.sites.length + town.dialogues.length);
}

async function insert(tx: Db, table: SQLiteTable, rows: Record<string, unknown>[]) {
	await tx.insert(table).values(rows);
}

/** What a town takes from the reference data that the migration loaded. */
export async function references(): Promise<References> {
	const classes = await db.select({ code: industries.code, da: industries.da }).from(industries).where(eq(industries.level, 4));
	const subjects = await db.select({ key: topics.key, id: topics.id, goalNos: topics.goalNos }).from(topics);
	const aims = await db.select({ no: goals.no, id: goals.id }).from(goals);
	const skilled = await db.select({ key: skills.key, id: skills.id }).from(skills);
	return {
		skills: new Map(skilled.flatMap(({ key, id }) => (key ? [[key, id]] : []))),
		industries: new Map(classes.map(({ code, da }) => [code, da])),
		topics: new Map(subjects.map(({ key, ...topic }) => [key, topic])),
		goals: new Map(aims.map(({ no, id }) => [no, id])),
	};
}

/** True when nobody has put anything in yet: no people, firms or districts. */
export async function isEmptyHouse(): Promise<boolean> {
	const found = await Promise.all([
		db.select({ id: users.id }).from(users).limit(1),
		db.select({ id: companies.id }).from(companies).limit(1),
		db.select({ id: districts.id }).from(districts).limit(1),
	]);
	return found.every((rows) => rows.length === 0);
}
