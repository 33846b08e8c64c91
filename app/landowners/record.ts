import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import type { Face } from '#app/record/face.ts';

export const LANDOWNER: Face = {
	kind: 'landowner',
	noun: 'landowner',
	one: () => m.search_landowner(),
	many: () => m.search_landowners(),
	icon: 'key',
	foundBy: 'name',
	list: () => paths.landowners(),
};
