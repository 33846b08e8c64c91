import { asc, inArray } from 'drizzle-orm';
import { getLocale } from '#app/i18n/paraglide/runtime.js';
import { db } from '#db/client.server.ts';
import { held } from '#db/held.server.ts';
import { industries } from '#db/schema/index.ts';

export interface Industry {
	code: string;
	/** In the page's language. */
	name: string;
}

type Row = typeof industries.$inferSelect;

const all = held(() =>
	db
		.select()
		.from(industries)
		.where(inArray(industries.level, [2, 4]))
		.orderBy(asc(industries.code)),
);

const inLanguage = ({ code, da, en }: Row): Industry => ({ code, name: getLocale() === 'en' ? en : da });

/** The two-digit divisions of the industry classification, by code: the key of all sums. */
export const divisions = async (): Promise<Industry[]> => (await all()).filter(({ level }) => level === 2).map(inLanguage);

/** Divisions and four-digit classes, to choose a firm's industry from. */
export const industryChoices = async (): Promise<Industry[]> => (await all()).map(inLanguage);

/** Division code → name in the page's language. */
export const divisionNames = async (): Promise<Map<string, string>> => new Map((await divisions()).map(({ code, name }) => [code, name]));

/** The classification's own word for a code of any length: its four-digit class, else its division; null when unknown. */
export async function industryName(code: string | null): Promise<string | null> {
	if (code === null) return null;
	const known = await industryChoices();
	const named = (prefix: string) => known.find((industry) => industry.code === prefix)?.name;
	return named(code.slice(0, 4)) ?? named(code.slice(0, 2)) ?? null;
}
