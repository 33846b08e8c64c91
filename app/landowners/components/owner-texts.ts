import { m } from '#app/i18n/paraglide/messages.js';

/** What a field that picks an owner or a property says. */
export const pickTexts = (list: string) => ({
	list,
	which: m.landowners_which(),
	none: m.landowners_hits_none(),
	hits: (count: number) => m.landowners_hits({ count }),
});
