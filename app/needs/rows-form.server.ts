import { z } from 'zod';
import { readDay } from '#app/days/day-words.ts';
import { refusalText } from '#app/follow-ups/labels.ts';
import { MOST_NEEDS } from '#app/harvest/harvest.ts';
import { idOrNone, textOrNone } from '#app/http/form-fields.server.ts';
import { versionField } from '#app/http/version-field.server.ts';
import { today } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { isId } from '#db/new-id.ts';
import { CERTAINTIES } from '#db/vocabulary.ts';
import { type NeedRow, PEOPLE_MAX, WORDING_MAX } from './need.ts';

/** A day in words ("1/3", "om 2 uger", "uge 12") → the day; what names no certain day is refused at the field. */
export const dayInWords = () =>
	z
		.string()
		.max(60, { message: m.dialogues_too_long({ max: 60 }) })
		.optional()
		.transform((typed, context) => {
			if (!typed?.trim()) return null;
			const reading = readDay(typed, today());
			if (reading.kind === 'day') return reading.on;
			context.addIssue({ code: 'custom', message: reading.kind === 'refused' ? refusalText(reading, today()) : m.dialogues_need_by_unread() });
			return null;
		});

/** What is said of a need wherever it is written down. */
export const needFields = () => ({
	level: z.number().int().min(1).max(4).optional().transform(orNull),
	people: z
		.number({ error: m.dialogues_need_people_wrong({ max: PEOPLE_MAX }) })
		.int({ message: m.dialogues_need_people_wrong({ max: PEOPLE_MAX }) })
		.min(1, { message: m.dialogues_need_people_wrong({ max: PEOPLE_MAX }) })
		.max(PEOPLE_MAX, { message: m.dialogues_need_people_wrong({ max: PEOPLE_MAX }) })
		.optional()
		.transform(orNull),
	by: dayInWords(),
	certainty: z.enum(CERTAINTIES).default('likely'),
});

const orNull = <T>(value: T | undefined): T | null => value ?? null;

const needRow = () =>
	z
		.object({
			id: idOrNone(),
			version: versionField().optional().transform(orNull),
			companyId: idOrNone(),
			siteId: idOrNone(),
			wording: textOrNone(WORDING_MAX),
			skillId: idOrNone(),
			...needFields(),
			removed: z.boolean().default(false),
		})
		.transform((row, context) => {
			if (!row.wording && !row.removed && (row.version !== null || row.level !== null || row.people !== null || row.by !== null))
				context.addIssue({ code: 'custom', message: m.dialogues_need_wording_missing(), path: ['wording'] });
			return row;
		});

/** The talk form's list of needs; rows left blank are none. */
export const needRows = () =>
	z
		.array(needRow().optional())
		.max(MOST_NEEDS + 1)
		.default([])
		.transform((rows): NeedRow[] =>
			rows.flatMap((row, at) => {
				if (!row || !isId(row.id) || (!row.wording && row.version === null)) return [];
				const { wording, by, removed, id: _, ...rest } = row;
				return [{ ...rest, at, id: row.id, wording: wording ?? '', byOn: by, isRemoved: removed }];
			}),
		);
