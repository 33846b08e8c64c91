// Days of the demo's year, counted back from the day it is made. Days are `YYYY-MM-DD` and never pass through a time zone.

import type { Chance } from './chance.ts';

const DAY = 86_400_000;
const noon = (day: string) => Date.parse(`${day}T12:00:00Z`);

/** The day the municipality began with Distrikt: a little before the first talk. */
export const firstDay = (plan: { today: string; days: number }): string => dayAfter(plan.today, -plan.days - 30);

/** `days` after `day`; negative = before. */
export const dayAfter = (day: string, days: number): string => new Date(noon(day) + days * DAY).toISOString().slice(0, 10);

const isWeekend = (day: string) => [0, 6].includes(new Date(noon(day)).getUTCDay());

/** The day itself, or the Friday before when it falls on a weekend. */
export function workdayUpTo(day: string): string {
	let found = day;
	while (isWeekend(found)) found = dayAfter(found, -1);
	return found;
}

/** The day itself, or the Monday after. */
export function workdayFrom(day: string): string {
	let found = day;
	while (isWeekend(found)) found = dayAfter(found, 1);
	return found;
}

/** A moment on a day, in UTC. */
export const momentOn = (day: string, hour: number, minute = 0): Date => new Date(Date.parse(`${day}T00:00:00Z`) + (hour * 60 + minute) * 60_000);

const MONTHS = ['januar', 'februar', 'marts', 'april', 'maj', 'juni', 'juli', 'august', 'september', 'oktober', 'november', 'december'];
const monthOf = (day: string) => Number(day.slice(5, 7)) - 1;

const SEASONS = ['vinteren', 'foråret', 'sommeren', 'efteråret'];

/** The Danish name of the month `later` months after the day's; negative = before. */
export const monthAfter = (day: string, later: number): string => MONTHS[(monthOf(day) + later + 12) % 12] ?? 'januar';

/** The season `later` seasons after the day's, with its article: "foråret". December begins the winter. */
export const seasonAfter = (day: string, later: number): string => SEASONS[(Math.floor(((monthOf(day) + 1) % 12) / 3) + later + 4) % 4] ?? 'foråret';

const GONE = ['i vinter', 'i foråret', 'i sommer', 'i efteråret'];

/** The season before the day's, as one says it afterwards: "i sommer". */
export const lastSeason = (day: string): string => GONE[SEASONS.indexOf(seasonAfter(day, -1))] ?? 'i foråret';

/** One of the working days from `earliest` to `latest` days before `day`. */
export function workdayBefore(day: string, earliest: number, latest: number, chance: Chance): string {
	for (;;) {
		const found = dayAfter(day, -chance.between(latest, earliest));
		if (!isWeekend(found)) return found;
	}
}
