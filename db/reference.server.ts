import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { eq, sql } from 'drizzle-orm';
import type { Db } from './client.server.ts';
import { sortName } from './fold.ts';
import { newId } from './new-id.ts';
import { CHALLENGES, GOALS, TOPICS } from './programme.ts';
import { projectRoot } from './root.ts';
import { challenges, goals, industries, settings, skills, topics } from './schema/index.ts';
import { SKILL_ALIASES } from './skill-aliases.ts';
import type { SkillKind } from './vocabulary.ts';

const FILE = join(projectRoot, 'db', 'reference', 'nace_rev21_da_en.csv');
const SKILLS_FILE = join(projectRoot, 'db', 'reference', 'skills.csv');
/** Division 45 (motor trade) left NACE in Rev. 2.1, but older register entries still carry it. */
const FORMER = [
	{ code: '45', level: 2, da: 'Handel med og reparation af motorkøretøjer (til og med 2024)', en: 'Trade and repair of motor vehicles (until 2024)' },
];

/**
 * Loads what every installation starts from: industry labels, the council's goals and challenges, topics of talks, skills.
 * Industries follow the shipped file; goals, challenges, topics and skills are only filled in where missing, since a
 * municipality words them itself.
 */
export async function loadReferenceData(tx: Db): Promise<void> {
	await loadIndustries(tx);
	const now = new Date();
	const dates = { createdAt: now, updatedAt: now };
	await tx
		.insert(challenges)
		.values(CHALLENGES.map((row) => ({ id: newId(), ...dates, ...row })))
		.onConflictDoNothing({ target: challenges.no });
	await tx
		.insert(goals)
		.values(GOALS.map((row) => ({ id: newId(), ...dates, ...row })))
		.onConflictDoNothing({ target: goals.no });
	const challengeIds = new Map((await tx.select({ no: challenges.no, id: challenges.id }).from(challenges)).map(({ no, id }) => [no, id]));
	const rows = TOPICS.map(({ challengeNo, ...topic }, position) => ({
		id: newId(),
		...dates,
		...topic,
		position,
		challengeId: challengeIds.get(challengeNo) ?? null,
	}));
	await tx.insert(topics).values(rows).onConflictDoNothing({ target: topics.key });
	await loadSkills(tx);
}

/** Skills that are not there yet, with the words consultants have for them; one that was renamed or put away stays so. */
async function loadSkills(tx: Db) {
	const present = new Set((await tx.select({ key: skills.key }).from(skills)).map(({ key }) => key));
	// The shipped file's own columns.
	const listed = parse(readFileSync(SKILLS_FILE, 'utf8'), { columns: true, bom: true }) as Array<
		Record<'id' | 'group' | 'da' | 'en', string> & { kind: SkillKind }
	>;
	const missing = listed.filter(({ id }) => !present.has(id));
	if (missing.length === 0) return;
	const dates = { createdAt: new Date(), updatedAt: new Date() };
	const rows = missing.map(({ id: key, group: groupKey, kind, da: nameDa, en: nameEn }) => ({
		...dates,
		id: newId(),
		key,
		groupKey,
		kind,
		nameDa,
		nameEn,
		sortName: sortName(nameDa),
		aliases: [...(SKILL_ALIASES[key] ?? [])],
	}));
	await tx.insert(skills).values(rows).onConflictDoNothing({ target: skills.key });
}

/** Industries are rewritten only when the shipped file is another one: a start costs one look-up. */
async function loadIndustries(tx: Db) {
	const text = readFileSync(FILE, 'utf8');
	const hash = createHash('sha256').update(text).digest('hex');
	const [known] = await tx.select({ value: settings.value }).from(settings).where(eq(settings.key, 'industriesHash'));
	if (known?.value === hash) return;
	const rows = (parse(text, { columns: true, bom: true }) as Array<Record<'code' | 'level' | 'da' | 'en', string>>)
		.filter(({ level }) => level !== '1')
		.map(({ code, level, da, en }) => ({ code: code.replaceAll('.', ''), level: Number(level), da, en }));
	const all = [...rows, ...FORMER];
	for (let at = 0; at < all.length; at += 500) {
		await tx
			.insert(industries)
			.values(all.slice(at, at + 500))
			.onConflictDoUpdate({ target: industries.code, set: { level: sql`excluded.level`, da: sql`excluded.da`, en: sql`excluded.en` } });
	}
	const setting = { value: hash, updatedAt: new Date() };
	await tx
		.insert(settings)
		.values({ key: 'industriesHash', ...setting })
		.onConflictDoUpdate({ target: settings.key, set: setting });
}
