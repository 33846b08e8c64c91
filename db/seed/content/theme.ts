import type { Channel } from '../../vocabulary.ts';
import type { Kind } from './trades.ts';

// What talks are about, in a consultant's words. Slots: {sted} {kontakt} {fag} {elever} {varer} come from the trade,
// {gade} {område} {hoveder} from the firm, {få} {m2} from chance, {måned} {årstid} (coming) and
// {sidstemåned} {sidsteårstid} {ifjor} (gone) from the day of the talk. A capital begins a sentence.

export interface Theme {
	/** Topic keys, the first always chosen. */
	topics: readonly string[];
	/** How common among talks. */
	weight: number;
	remarks: readonly Remark[];
	/** What the author thinks and the firm does not read. */
	assessments?: readonly string[];
	channels?: readonly Channel[];
	/** Closer to the employment service's work than to the business service's. */
	isAboutPeople?: boolean;
	/** Confidential until the firm itself says so. */
	isDelicate?: true;
}

export interface Remark {
	text: string;
	/** What follows from it, to choose from. */
	tasks: readonly string[];
	promises: readonly string[];
	/** Who would say so; unset = anybody. */
	kinds?: readonly Kind[];
	/** Smallest number of heads at which the firm would say so. */
	from?: number;
	/** Only when one stands there. */
	isOnSite?: true;
}
