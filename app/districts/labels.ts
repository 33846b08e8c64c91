import { m } from '#app/i18n/paraglide/messages.js';
import type { DISTRICT_COLOURS } from '#db/vocabulary.ts';

/** A district colour by its name: colour is never the only signal. */
export function colourLabel(colour: (typeof DISTRICT_COLOURS)[number]): string {
	switch (colour) {
		case 'teal':
			return m.districts_colour_teal();
		case 'blue':
			return m.districts_colour_blue();
		case 'violet':
			return m.districts_colour_violet();
		case 'magenta':
			return m.districts_colour_magenta();
		case 'red':
			return m.districts_colour_red();
		case 'orange':
			return m.districts_colour_orange();
		case 'olive':
			return m.districts_colour_olive();
		case 'green':
			return m.districts_colour_green();
	}
}
