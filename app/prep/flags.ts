import { addMonths } from '#app/days/days.ts';
import type { ConsentChannel, FollowUpKind, StatusGroup } from '#db/vocabulary.ts';

// What somebody should know before they ring the bell, from what is stored. Browser-safe.

/** No talk for so long is silence (product: owners and firms gone silent). */
const SILENT_MONTHS = 12;

export type PrepFlag =
	/** In the register's words. */
	| { kind: 'distress'; status: string }
	| { kind: 'ceased'; on: string | null }
	/** CVR Act § 19. */
	| { kind: 'protected' }
	| { kind: 'silent'; since: string }
	| { kind: 'never' }
	| { kind: 'overdue'; count: number }
	/** A person has said no to being approached. */
	| { kind: 'refuses'; name: string; channels: readonly ConsentChannel[] };

interface Registered {
	statusGroup: StatusGroup;
	statusWords: string | null;
	ceasedOn: string | null;
	isProtected: boolean;
}

/** What the register says. */
export function registerFlags({ statusGroup, statusWords, ceasedOn, isProtected }: Registered): PrepFlag[] {
	return [
		...(statusGroup === 'distress' ? [{ kind: 'distress' as const, status: statusWords ?? '' }] : []),
		...(statusGroup === 'ceased' ? [{ kind: 'ceased' as const, on: ceasedOn }] : []),
		...(isProtected ? [{ kind: 'protected' as const }] : []),
	];
}

interface Met {
	/** Null = never. */
	lastTalkOn: string | null;
	followUps: ReadonlyArray<{ kind: FollowUpKind; dueOn: string | null }>;
	contacts: ReadonlyArray<{ name: string; refuses: readonly ConsentChannel[] }>;
}

/** What our own talks say. */
export function talkFlags({ lastTalkOn, followUps, contacts }: Met, today: string): PrepFlag[] {
	const overdue = followUps.filter(({ kind, dueOn }) => kind === 'promise' && dueOn !== null && dueOn < today).length;
	return [
		...(overdue > 0 ? [{ kind: 'overdue' as const, count: overdue }] : []),
		...(lastTalkOn === null ? [{ kind: 'never' as const }] : []),
		...(lastTalkOn !== null && lastTalkOn < addMonths(today, -SILENT_MONTHS) ? [{ kind: 'silent' as const, since: lastTalkOn }] : []),
		...contacts.filter(({ refuses }) => refuses.length > 0).map(({ name, refuses }) => ({ kind: 'refuses' as const, name, channels: refuses })),
	];
}
