import { z } from 'zod';
import { idOrNone } from '#app/http/form-fields.server.ts';
import { withoutUnseen } from '#app/http/unseen.ts';
import { versionField } from '#app/http/version-field.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { NEED_STATES } from '#db/vocabulary.ts';
import { WORDING_MAX } from './need.ts';
import { needFields } from './rows-form.server.ts';

/** A need on its own page. */
export const needForm = () =>
	z.object({
		version: versionField(),
		wording: z
			.string({ error: m.dialogues_need_wording_missing() })
			.max(WORDING_MAX, { message: m.dialogues_too_long({ max: WORDING_MAX }) })
			.transform((text) => withoutUnseen(text).trim())
			.refine((text) => text.length > 0, { message: m.dialogues_need_wording_missing() }),
		skillId: idOrNone(),
		/** One of the firm's sites or `WHOLE_FIRM`; null = as it stands. */
		siteId: idOrNone(),
		...needFields(),
		state: z.enum(NEED_STATES).default('open'),
	});

export type NeedInput = z.output<ReturnType<typeof needForm>>;
