import { m } from '#app/i18n/paraglide/messages.js';

import type { Face } from '#app/record/face.ts';

export const ATTACHMENT: Face = {
	kind: 'attachment',
	noun: 'dialogue',
	one: () => m.search_attachment(),
	many: () => m.search_attachments(),
	icon: 'file',
	foundBy: 'text',
};
