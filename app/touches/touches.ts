import { addDays } from '#app/days/days.ts';
import type { Channel } from '#db/vocabulary.ts';

// Contacts of the municipality with a firm or an owner, as the guard tells of them. Browser-safe.

/** A talk held or a visit planned: its heading alone. */
export interface Touch {
	id: string;
	on: string;
	/** "HH:MM" of a planned visit. */
	time: string | null;
	channel: Channel;
	person: { id: string; name: string };
	unit: { id: string; name: string };
	/** The viewer's own. */
	isOwn: boolean;
	/** Of a unit the viewer belongs to. */
	isOwnUnit: boolean;
}

export interface Touches {
	/** The day the guard looked round from. */
	around: string;
	/** Talks of the 90 days before it, the latest first. */
	past: Touch[];
	/** Open visits of the 90 days before and after it, the earliest first. */
	planned: Touch[];
}

/** What colleagues did or plan: the viewer's own is left out, and the visit being revised. */
export function ofColleagues({ past, planned, ...rest }: Touches, without?: string): Touches {
	const isTheirs = ({ isOwn, id }: Touch) => !isOwn && id !== without;
	return { ...rest, past: past.filter(isTheirs), planned: planned.filter(isTheirs) };
}

/** Those within 30 days of the day looked round from: near enough to ask why one goes as well. */
export function nearOnes({ around, past, planned }: Touches): Touch[] {
	const [from, to] = [addDays(around, -NEAR_DAYS), addDays(around, NEAR_DAYS)];
	return [...past, ...planned].filter(({ on }) => on >= from && on <= to);
}

/** Colleagues' contact this near to a visit asks for a reason to go ahead. */
export const NEAR_DAYS = 30;

/** How far back and ahead the guard looks at all. */
export const FAR_DAYS = 90;
