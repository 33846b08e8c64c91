import { count, isNull, max } from 'drizzle-orm';
import type { Viewer } from '#app/auth/viewer.ts';
import { demand } from '#app/record/guard.server.ts';
import { type Db, db } from '#db/client.server.ts';
import { fold } from '#db/fold.ts';
import { skills } from '#db/schema/index.ts';
import { type Findable, ranked, typedSkill } from './matching.ts';
import type { SkillHit } from './skills.ts';

const SHOWN = 8;

interface KnownSkill extends Findable, Omit<SkillHit, 'via'> {
	sortName: string;
}

/** A thousand skills at most: they are looked through in memory, and read again when the table has changed. */
let known: { stamp: string; skills: KnownSkill[] } = { stamp: '', skills: [] };

async function knownSkills(reader: Db): Promise<KnownSkill[]> {
	const [state] = await reader
		.select({ rows: count(), latest: max(skills.updatedAt) })
		.from(skills)
		.where(isNull(skills.archivedAt));
	const stamp = `${state?.rows} ${state?.latest?.getTime()}`;
	if (known.stamp === stamp) return known.skills;
	const rows = await reader.select().from(skills).where(isNull(skills.archivedAt));
	const found = rows.map(({ id, nameDa, nameEn, groupKey, kind, sortName, aliases }) => ({
		id,
		nameDa,
		nameEn,
		groupKey,
		kind,
		sortName,
		names: [fold(nameDa), fold(nameEn)],
		aliases: aliases.map((word) => ({ word, folded: fold(word) })),
	}));
	known = { stamp, skills: found };
	return found;
}

/**
 * Up to eight skills for what is typed: by name in either language, another word for it, the beginning of any word or
 * part of a compound; best first. Throws 403 for those who see no needs.
 */
export async function skillHits(viewer: Viewer, typed: string): Promise<SkillHit[]> {
	demand(viewer, 'see', 'need');
	const words = typedSkill(typed);
	if (!words) return [];
	return ranked(await knownSkills(db), words)
		.slice(0, SHOWN)
		.map(({ skill: { id, nameDa, nameEn, groupKey, kind }, via }) => ({ id, nameDa, nameEn, groupKey, kind, via }));
}

/**
 * The skill a wording names beyond doubt: exactly its name, or exactly a word that stands for no other skill. Null otherwise:
 * the wording then stands alone until somebody chooses.
 */
export async function skillWorded(reader: Db, wording: string): Promise<string | null> {
	const words = typedSkill(wording);
	if (!words) return null;
	const all = await knownSkills(reader);
	const named = all.filter(({ names }) => names.includes(words));
	const meant = named.length > 0 ? named : all.filter(({ aliases }) => aliases.some(({ folded }) => folded === words));
	return meant.length === 1 ? (meant[0]?.id ?? null) : null;
}

/** True when there is such a skill to point at. */
export async function isSkill(reader: Db, id: string): Promise<boolean> {
	return (await knownSkills(reader)).some((skill) => skill.id === id);
}
