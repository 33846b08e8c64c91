import type { Viewer } from '#app/auth/viewer.ts';
import { formatMoment } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import type { Obstacle, PutAwayState } from '#app/record/kind.server.ts';
import { db } from '#db/client.server.ts';
import { settleRecord } from './archival.server.ts';
import { recordFor, trashedLine, type UpkeepRecord, upkeepOf } from './records.server.ts';

const STATES: readonly PutAwayState[] = ['archived', 'trashed', 'present'];
export const isState = (state: unknown): state is PutAwayState => STATES.some((known) => known === state);

/** `before` and `version` are what undoing it asks for; version 0 = there is nothing to undo. */
export type PutAwayAnswer = { kind: 'done'; before: PutAwayState; version: number } | { kind: 'refused'; why: string };

/** Puts any record away, throws it away or fetches it back. A kind may have rules of its own: a talk is taken back and put back. */
export async function putAway(viewer: Viewer, record: UpkeepRecord, state: PutAwayState, version: number): Promise<PutAwayAnswer> {
	const { kind, id } = record;
	const thrown = await trashedLine(db, record);
	const before: PutAwayState = thrown ? 'trashed' : record.archivedAt ? 'archived' : 'present';
	const { settle } = upkeepOf(kind);
	if (settle) await settle(viewer, id, state);
	else {
		const answer = await settleRecord(viewer, record, state, version);
		if (answer.kind === 'refused') return { kind: 'refused', why: whyNot(answer.why) };
		if (answer.kind === 'conflict') {
			const { by, at } = answer.edition;
			return { kind: 'refused', why: by ? m.upkeep_conflict_by({ name: by, at: formatMoment(at) }) : m.upkeep_conflict_at({ at: formatMoment(at) }) };
		}
	}
	if (before === state) return { kind: 'done', before, version: 0 };
	return { kind: 'done', before, version: (await recordFor(viewer, kind, id)).version };
}

const WHY_NOT: Record<Obstacle, () => string> = {
	last_site: () => m.upkeep_refused_last_site(),
	company_archived: () => m.upkeep_refused_company_archived(),
	kept: () => m.upkeep_trash_kept_text(),
};
const whyNot = (why: Obstacle): string => WHY_NOT[why]();
