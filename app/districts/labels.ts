import { m } from '#app/i18n/paraglide/messages.js';
import type { DISTRICT_COLOURS } from '#db/vocabulary.ts';

const COLOUR: Record<(typeof DISTRICT_COLOURS)[number], () => string> = {
	teal: () => m.districts_colour_teal(),
	blue: () => m.districts_colour_blue(),
	violet: () => m.districts_colour_violet(),
	magenta: () => m.districts_colour_magenta(),
	red: () => m.districts_colour_red(),
	orange: () => m.districts_colour_orange(),
	olive: () => m.districts_colour_olive(),
	green: () => m.districts_colour_green(),
};
/** A district colour by its name: colour is never the only signal. */
export const colourLabel = (colour: (typeof DISTRICT_COLOURS)[number]): string => COLOUR[colour]();
