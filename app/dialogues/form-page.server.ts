import type { Viewer } from '#app/auth/viewer.ts';
import type { CompanyHit } from '#app/companies/hits.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { type FirmFields, firmMeant } from './firms.server.ts';

const textOf = (form: FormData, name: string): string => {
	const value = form.get(name);
	return typeof value === 'string' ? value.slice(0, 400) : '';
};

/** The firm a posted form means, or what to say at the field and which firms to offer. */
export type FirmAnswer = { firm: CompanyHit; siteId: string | null } | { errors: string[]; choices: CompanyHit[] };

/** Reads how a posted form names its firm, and words what is unclear about it. */
export async function firmOfForm(viewer: Viewer, form: FormData): Promise<FirmAnswer> {
	const fields: FirmFields = {
		firm: textOf(form, 'firm'),
		pickedId: textOf(form, 'pickedId'),
		recentId: textOf(form, 'recentId'),
		chosenId: textOf(form, 'chosenId'),
	};
	const meant = await firmMeant(viewer, fields);
	if (meant.kind === 'one') return { firm: meant.firm, siteId: meant.siteId };
	const typed = fields.firm.trim();
	if (meant.kind === 'several') return { errors: [m.dialogues_firm_several({ typed })], choices: meant.firms };
	return { errors: [typed ? m.dialogues_firm_unknown({ typed }) : m.dialogues_firm_missing()], choices: [] };
}
