import { z } from 'zod';
import { MOST_ISSUES } from '#app/harvest/harvest.ts';
import { idOrNone, textOrNone } from '#app/http/form-fields.server.ts';
import { isId } from '#db/new-id.ts';
import { type IssueRow, TITLE_MAX } from './issue.ts';

const issueRow = () =>
	z.object({
		id: idOrNone(),
		named: z.boolean().default(false),
		title: textOrNone(TITLE_MAX),
		topicId: idOrNone(),
		known: z.boolean().default(false),
	});

/** The talk form's list of matters: known ones that came up or no longer do, and new ones by their title. */
export const issueRows = () =>
	z
		.array(issueRow().optional())
		.max(MOST_ISSUES + 1)
		.default([])
		.transform((rows): IssueRow[] =>
			rows.flatMap((row, at) => {
				if (!row || !isId(row.id) || (!row.known && !row.title)) return [];
				return [{ at, id: row.id, isNamed: row.named, title: row.title, topicId: row.topicId }];
			}),
		);
