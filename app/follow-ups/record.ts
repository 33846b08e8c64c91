import { m } from '#app/i18n/paraglide/messages.js';

import type { Face } from '#app/record/face.ts';

export const FOLLOW_UP: Face = {
	kind: 'followUp',
	noun: 'followUp',
	one: () => m.search_follow_up(),
	many: () => m.search_follow_ups(),
	icon: 'check',
	foundBy: 'text',
};
