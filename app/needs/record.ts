import { m } from '#app/i18n/paraglide/messages.js';

import type { Face } from '#app/record/face.ts';

export const NEED: Face = {
	kind: 'need',
	noun: 'need',
	one: () => m.search_need(),
	many: () => m.search_needs(),
	icon: 'need',
	foundBy: 'text',
};
