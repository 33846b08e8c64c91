import { z } from 'zod';
import { MOST_STANCES } from '#app/harvest/harvest.ts';
import { idOrNone } from '#app/http/form-fields.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { isId } from '#db/new-id.ts';
import { BARRIERS, HORIZONS } from '#db/vocabulary.ts';
import type { StanceRow } from './stance.ts';

const stanceRow = () =>
	z
		.object({
			id: idOrNone(),
			owner: z.string().max(60).optional(),
			makesOwner: z.boolean().default(false),
			propertyId: idOrNone(),
			topicId: idOrNone(),
			level: z.number().int().min(1).max(5).optional(),
			horizon: z.enum(HORIZONS).optional(),
			barriers: z.array(z.enum(BARRIERS)).max(BARRIERS.length).default([]),
			removed: z.boolean().default(false),
		})
		.transform((row, context) => {
			if (row.level === undefined && !row.removed && (row.horizon || row.barriers.length > 0))
				context.addIssue({ code: 'custom', message: m.dialogues_stance_level_missing(), path: ['level'] });
			return row;
		});

/** The talk form's list of owners' positions; a row without a level is none. */
export const stanceRows = () =>
	z
		.array(stanceRow().optional())
		.max(MOST_STANCES + 1)
		.default([])
		.transform((rows): StanceRow[] =>
			rows.flatMap((row, at) => {
				if (!row || !isId(row.id) || row.level === undefined) return [];
				const { owner, makesOwner, propertyId, topicId, level, horizon, barriers, removed } = row;
				return [
					{ at, id: row.id, owner: owner ?? null, makesOwner, propertyId, topicId, level, horizon: horizon ?? null, barriers, isRemoved: removed },
				];
			}),
		);
