import { m } from '#app/i18n/paraglide/messages.js';
import type { Face } from '#app/record/face.ts';

/** A person with a sign-in. */
export const USER: Face = { kind: 'user', noun: 'person', one: () => m.drafts_form_user(), icon: 'account' };

export const UNIT: Face = { kind: 'unit', noun: 'unit', one: () => m.drafts_form_unit(), icon: 'company' };
