import { can } from '#app/auth/policy.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { formatNumber } from '#app/i18n/format.ts';
import { COUNT_CAP, type Hanging } from '#app/record/hanging.server.ts';
import { type Db, db } from '#db/client.server.ts';
import { trashedLine, type UpkeepRecord, upkeepOf } from './records.server.ts';
import { KEPT_MS } from './trash.server.ts';

type Line = Pick<Hanging, 'what' | 'label' | 'isKeeping' | 'href'> & { count: number };

/** True when what hangs there keeps the record from being thrown away and erased. */
export const isKept = (hanging: readonly Line[]): boolean => hanging.some(({ isKeeping }) => isKeeping);

/** How much of each hangs on a record; what there is none of is left out. With a viewer: what they meet of it. */
export async function hangingOn(tx: Db, kind: string, id: string, viewer?: Viewer): Promise<Line[]> {
	const found: Line[] = [];
	for (const { noun, seen, ids, ...line } of upkeepOf(kind).hanging?.(id) ?? []) {
		if (viewer && noun && !can(viewer, 'see', noun)) continue;
		const { length } = await ids(tx, viewer && seen?.(viewer));
		if (length > 0) found.push({ ...line, count: length });
	}
	return found;
}

/** What the page before putting away shows: what hangs on the record, and what may be done with it. */
export async function hangingFor(viewer: Viewer, record: UpkeepRecord) {
	const { kind, id } = record;
	const thrown = await trashedLine(db, record);
	// What keeps a record may be closed to the viewer or taken back: it decides, and is not counted on the page.
	const isThrowable = (await upkeepOf(kind).isThrowable?.(id)) ?? !isKept(await hangingOn(db, kind, id));
	const seen = await hangingOn(db, kind, id, viewer);
	return {
		hanging: seen.map(({ what, label, count, href }) => ({
			what,
			label: label(),
			count,
			figure: figureOf(count),
			href: href?.(record) ?? record.path,
		})),
		isThrowable,
		isTrashed: thrown && { erasedAt: new Date(thrown.at.getTime() + KEPT_MS) },
	};
}

const figureOf = (count: number): string => (count > COUNT_CAP ? `${formatNumber(COUNT_CAP)}+` : formatNumber(count));
