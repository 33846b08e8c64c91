import { m } from '#app/i18n/paraglide/messages.js';

import type { Face } from '#app/record/face.ts';

export const ISSUE: Face = {
	kind: 'issue',
	noun: 'issue',
	one: () => m.search_issue(),
	many: () => m.search_issues(),
	icon: 'flag',
	foundBy: 'text',
};
