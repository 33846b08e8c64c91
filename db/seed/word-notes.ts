import type { Channel } from '#db/vocabulary.ts';
import { lastSeason, monthAfter, seasonAfter } from './calendar.ts';
import type { Chance } from './chance.ts';
import { CLOSINGS, FEW, OPENINGS, SQUARE_METRES, VISIT_CLOSINGS } from './content/phrases.ts';
import type { Remark } from './content/theme.ts';
import type { Trade } from './content/trades.ts';

/** What a note knows of the firm and the day. */
export interface Scene {
	trade: Trade;
	street: string;
	district: string;
	heads: number;
	heldOn: string;
}

/** The words behind the slots, chosen once per talk, so that note, follow-up and assessment speak of the same thing. */
export type Words = Readonly<Record<string, string>>;

export function wordsOf({ trade, street, district, heads, heldOn }: Scene, chance: Chance): Words {
	return {
		sted: trade.place,
		kontakt: heads < 8 ? 'ejeren' : chance.pick(trade.contacts),
		fag: chance.pick(trade.jobs),
		elever: chance.pick(trade.apprentices),
		varer: chance.pick(trade.goods),
		gade: street,
		område: district,
		hoveder: String(heads),
		få: chance.pick(FEW),
		m2: chance.pick(SQUARE_METRES),
		måned: monthAfter(heldOn, chance.between(1, 4)),
		sidstemåned: monthAfter(heldOn, -chance.between(1, 2)),
		årstid: seasonAfter(heldOn, 1),
		sidsteårstid: seasonAfter(heldOn, -1),
		ifjor: lastSeason(heldOn),
	};
}

/** Puts the words into a template; a slot with a capital begins its sentence. */
export const worded = (template: string, words: Words): string =>
	template.replace(/\{(\p{L}[\p{L}\d]*)\}/gu, (_, slot: string) => {
		const word = words[slot.toLowerCase()];
		if (word === undefined) throw new Error(`No word for {${slot}}`);
		return slot === slot.toLowerCase() ? word : capital(word);
	});

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** A whole note: sometimes an opening, what was said, sometimes a closing. */
export function noteOf(remark: Remark, channel: Channel, scene: Scene, words: Words, chance: Chance): string {
	const opening = chance.pick(OPENINGS[channel]);
	const closings = channel === 'visit' ? [...CLOSINGS, ...VISIT_CLOSINGS] : CLOSINGS;
	const closing = chance.pick(closings.filter((text) => scene.heads > 2 || !text.includes('{hoveder}')));
	// The contact is named twice at most.
	const names = [opening, remark.text, closing].map((text) => /\{kontakt\}/i.test(text));
	return capital(worded(`${names[0] && names[1] ? '' : opening}${remark.text}${names[2] && names[1] ? '' : closing}`, words));
}
