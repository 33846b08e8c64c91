// Arithmetic on calendar days (`YYYY-MM-DD`), free of time zones and summer time. Browser-safe.

const DAY_MS = 86_400_000;
const ms = (day: string) => Date.parse(`${day}T00:00:00Z`);
const dayAt = (at: number) => new Date(at).toISOString().slice(0, 10);

/** The day `count` days later (earlier when negative). */
export const addDays = (day: string, count: number): string => dayAt(ms(day) + count * DAY_MS);

/** The day as many months later; the 31st becomes the last day of a shorter month. */
export function addMonths(day: string, count: number): string {
	const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + count;
	const [year, monthNo] = [Math.floor(month / 12), (month % 12) + 1];
	for (let dayNo = Number(day.slice(8)); ; dayNo -= 1) {
		const made = dayOn(year, monthNo, dayNo);
		if (made) return made;
	}
}

/** Year, month and day as one day, or null when the calendar has no such day. */
export function dayOn(year: number, month: number, dayNo: number): string | null {
	const at = new Date(Date.UTC(year, month - 1, dayNo));
	const exists = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === dayNo;
	return exists ? dayAt(at.getTime()) : null;
}

/** Whether a text is `YYYY-MM-DD` of our times and the calendar has that day: PostgreSQL takes no 31 February. */
export function isCalendarDay(text: string): boolean {
	const [, year, month, dayNo] = /^([12]\d{3})-(\d{2})-(\d{2})$/.exec(text) ?? [];
	return dayOn(Number(year), Number(month), Number(dayNo)) !== null;
}

/** Years in which something of a firm, a person or a piece of land can have happened or be agreed. */
export const YEARS = { from: 1600, to: 2199 };

/** Whether a day lies in years that can be meant: 0001 and 0026 are years half typed. */
export const isOfOurTimes = (day: string): boolean => Number(day.slice(0, 4)) >= YEARS.from && Number(day.slice(0, 4)) <= YEARS.to;

/** 1 = Monday … 7 = Sunday. */
export const weekdayOf = (day: string): number => new Date(ms(day)).getUTCDay() || 7;

export const mondayOf = (day: string): string => addDays(day, 1 - weekdayOf(day));

/** The Monday of a numbered week as Danish calendars count them (ISO 8601), or null when the year has no such week. */
export function mondayOfWeek(year: number, week: number): string | null {
	// Outside four-digit years a day has no such spelling.
	if (year < 1000 || year > 9998 || week < 1 || week > 53) return null;
	// 4 January always lies in week 1.
	const monday = addDays(mondayOf(`${year}-01-04`), (week - 1) * 7);
	const thursday = addDays(monday, 3);
	return thursday.startsWith(String(year)) ? monday : null;
}
