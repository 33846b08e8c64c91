import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import type { Face } from '#app/record/face.ts';

export const DISTRICT: Face = {
	kind: 'district',
	noun: 'district',
	one: () => m.search_district(),
	many: () => m.search_districts(),
	icon: 'district',
	foundBy: 'name',
	list: () => paths.districts(),
};
