import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import type { Face } from '#app/record/face.ts';

export const DIALOGUE: Face = {
	kind: 'dialogue',
	noun: 'dialogue',
	one: () => m.search_dialogue(),
	many: () => m.search_dialogues(),
	icon: 'dialogue',
	foundBy: 'text',
	list: () => paths.dialogues(),
};
