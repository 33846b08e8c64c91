import { addMonths, isCalendarDay } from '#app/days/days.ts';

// Quarters of the calendar year, "2026-q4", as reports to the council count them. Browser-safe.

/** The quarter a day lies in. */
export const quarterOf = (day: string): string => `${day.slice(0, 4)}-q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

/** First day of the quarter. */
export const firstDayOf = (quarter: string): string => `${quarter.slice(0, 4)}-${String(Number(quarter.slice(6)) * 3 - 2).padStart(2, '0')}-01`;

/** First day of the quarter after it. */
export const firstDayAfter = (quarter: string): string => addMonths(firstDayOf(quarter), 3);

/** The quarter as an address names it, or null when there is no such quarter. */
export const quarterFrom = (text: string | null): string | null =>
	text && /^\d{4}-q[1-4]$/.test(text) && isCalendarDay(firstDayOf(text)) ? text : null;

/** The quarter of the day and those before it, the latest first. */
export const quartersBackFrom = (day: string, count: number): string[] =>
	Array.from({ length: count }, (_, at) => quarterOf(addMonths(firstDayOf(quarterOf(day)), -3 * at)));
