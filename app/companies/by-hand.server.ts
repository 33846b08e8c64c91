import type { Actor } from '#app/activity/record.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { today } from '#app/i18n/format.ts';
import { present } from '#app/record/meanwhile.server.ts';
import type { Db } from '#db/client.server.ts';
import type { DistrictChoice, Origin } from './rows.server.ts';

// How what is typed into the register's forms becomes fields of rows.

export const actorOf = (viewer: Viewer): Actor => ({ kind: 'user', id: viewer.id });
export const byHand = (): Origin => ({ source: 'manual', on: today() });

/** An industry chosen by hand is of today's classification; its text comes with the code from the register only. */
export const industryOf = (code: string | null) => ({ industryCode: code, industryText: null, industryScheme: code ? ('DB25' as const) : null });

interface Heads {
	headcount: number | null;
	headcountOn: string | null;
	headcountSource: string | null;
}

/**
 * A figure without a day is from today; without a figure neither day nor source means anything. What stood `before` and
 * nobody touched stays as it was worded.
 */
export function headsOf({ headcount, headcountOn, headcountSource }: Heads, before?: Heads): Heads {
	if (headcount === null) return { headcount, ...(before?.headcount === null ? stampOf(before) : { headcountOn: null, headcountSource: null }) };
	const isUntouched = headcount === before?.headcount && headcountOn === before.headcountOn;
	return { headcount, headcountOn: isUntouched ? headcountOn : (headcountOn ?? today()), headcountSource };
}

const stampOf = ({ headcountOn, headcountSource }: Heads) => ({ headcountOn, headcountSource });

/** The district field: left empty = by the point, "none" = in none, else a district, which must be there. */
export async function districtChoiceOf(tx: Db, viewer: Viewer, chosen: string | undefined): Promise<Exclude<DistrictChoice, undefined>> {
	if (!chosen) return 'point';
	if (chosen === 'none') return { id: null, source: 'manual' };
	const district = await present(tx, viewer, 'districts', chosen, 'district');
	return { id: district.id, source: 'manual' };
}
