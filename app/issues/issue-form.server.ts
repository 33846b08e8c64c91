import { z } from 'zod';
import { idOrNone, textOrNone } from '#app/http/form-fields.server.ts';
import { withoutUnseen } from '#app/http/unseen.ts';
import { versionField } from '#app/http/version-field.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { TITLE_MAX } from './issue.ts';

const OUTCOME_MAX = 2_000;

const title = () =>
	z
		.string({ error: m.dialogues_issue_title_missing() })
		.max(TITLE_MAX, { message: m.dialogues_too_long({ max: TITLE_MAX }) })
		.transform((text) => withoutUnseen(text).trim())
		.refine((text) => text.length > 0, { message: m.dialogues_issue_title_missing() });

/** A matter raised outside a talk. */
export const newIssueForm = () =>
	z.object({ id: z.string().max(40), title: title(), topicId: idOrNone(), companyId: idOrNone(), landownerId: idOrNone(), districtId: idOrNone() });

/** A matter revised. */
export const issueForm = () =>
	z.object({
		version: versionField(),
		title: title(),
		topicId: idOrNone(),
		districtId: idOrNone(),
		ownerId: z.string().max(40),
		outcome: textOrNone(OUTCOME_MAX),
	});

/** A matter closed with what came of it, or taken up again. */
export const issueStateForm = () => z.object({ deed: z.enum(['resolve', 'reopen']), outcome: textOrNone(OUTCOME_MAX) });

export type NewIssue = z.output<ReturnType<typeof newIssueForm>>;
export type IssueInput = z.output<ReturnType<typeof issueForm>>;
