import { optionalLine } from '#app/http/form-fields.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { shareFrom } from './share.ts';

/** A share as a form asks for it, "1/2", "33,33 %" or "en tredjedel"; left empty it is unknown: null. */
export const optionalShare = () =>
	optionalLine(30).transform((typed, context) => {
		if (typed === null) return null;
		const share = shareFrom(typed);
		if (share === null) context.addIssue({ code: 'custom', message: m.landowners_error_share() });
		return share;
	});
