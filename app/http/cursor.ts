import { isCalendarDay } from '#app/days/days.ts';

/** A place in a list ordered by day and id, newest first: what the next page's address carries. */
export interface Cursor {
	heldOn: string;
	id: string;
}

export const cursorText = ({ heldOn, id }: Cursor): string => `${heldOn}_${id}`;

/** The cursor in an address, or null for anything else, a day no calendar has included. */
export function cursorFrom(text: string | null | undefined): Cursor | null {
	const [, heldOn, id] = /^(\d{4}-\d{2}-\d{2})_([0-9a-f-]{36})$/.exec(text ?? '') ?? [];
	return heldOn && id && isCalendarDay(heldOn) ? { heldOn, id } : null;
}
