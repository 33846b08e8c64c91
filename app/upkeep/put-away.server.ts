import type { Viewer } from '#app/auth/viewer.ts';
import { restoreDialogue, withdrawDialogue } from '#app/dialogues/withdrawal.server.ts';
import { formatMoment } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { db } from '#db/client.server.ts';
import { type PutAwayState, settleRecord } from './archival.server.ts';
import { recordFor, trashedLine, type UpkeepRecord } from './records.server.ts';

const STATES: readonly PutAwayState[] = ['archived', 'trashed', 'present'];
export const isState = (state: unknown): state is PutAwayState => STATES.some((known) => known === state);

/** `before` and `version` are what undoing it asks for; version 0 = there is nothing to undo. */
export type PutAwayAnswer = { kind: 'done'; before: PutAwayState; version: number } | { kind: 'refused'; why: string };

/** Puts any record away, throws it away or fetches it back. A talk is taken back and put back by its own rules. */
export async function putAway(viewer: Viewer, record: UpkeepRecord, state: PutAwayState, version: number): Promise<PutAwayAnswer> {
	const { kind, id } = record;
	const thrown = await trashedLine(db, record);
	const before: PutAwayState = thrown ? 'trashed' : record.archivedAt ? 'archived' : 'present';
	if (kind === 'dialogue') {
		if (state === 'present') await restoreDialogue(viewer, id);
		else await withdrawDialogue(viewer, id);
	} else {
		const answer = await settleRecord(viewer, { ...record, kind }, state, version);
		if (answer.kind === 'refused') return { kind: 'refused', why: whyNot(answer.why) };
		if (answer.kind === 'conflict') {
			const { by, at } = answer.edition;
			return { kind: 'refused', why: by ? m.upkeep_conflict_by({ name: by, at: formatMoment(at) }) : m.upkeep_conflict_at({ at: formatMoment(at) }) };
		}
	}
	if (before === state) return { kind: 'done', before, version: 0 };
	return { kind: 'done', before, version: (await recordFor(viewer, kind, id)).version };
}

function whyNot(why: 'last_site' | 'company_archived' | 'kept'): string {
	switch (why) {
		case 'last_site':
			return m.upkeep_refused_last_site();
		case 'company_archived':
			return m.upkeep_refused_company_archived();
		case 'kept':
			return m.upkeep_trash_kept_text();
	}
}
