import { phonesIn } from '#app/contact-details/phones.server.ts';

// Ways to reach a firm as people write them into one cell.

export interface Reached {
	/** What is taken; undefined where there is nothing. */
	first?: string;
	/** Further ones, in the order of the cell. */
	more: string[];
	/** What was not understood. */
	unread: string[];
}

/** What a telephone field holds. */
const LONGEST = 80;
/** Words that say no more than that a number follows. */
const LABEL = /^(?:(?:tlf|telefon|tel|nr|nummer|phone|t)[.:,\s]*)*$/i;

/** "tlf. 70101234 lok. 7 / 22334455 (vagt)" → "70101234 lok. 7 / 22334455 vagt": a telephone field holds them all. */
export function phoneFrom(cell: string): Reached {
	if (/^0+$/.test(cell)) return { more: [], unread: [] };
	const { phones, unread } = phonesIn(cell);
	const [first, ...more] = phones.map(({ written, extension, words }) =>
		[written, extension && `lok. ${extension}`, LABEL.test(words) ? '' : words].filter(Boolean).join(' '),
	);
	if (first === undefined) return { more: [], unread: [cell] };
	const all = [first, ...more].join(' / ');
	return all.length <= LONGEST ? { first: all, more: [], unread } : { first, more, unread };
}

/** "Kontoret <mailto:Post@Firma.example>; b@firma.example" → "Post@firma.example", and one more. */
export function emailFrom(cell: string): Reached {
	const mails = cell
		.replace(/\(at\)|\[at\]/gi, '@')
		.split(/[\s;,|<>()[\]]+|\/(?=[^/]*@)/)
		.map((piece) => piece.replace(/^mailto:/i, '').replace(/^["'.:]+|["'.:]+$/g, ''))
		.filter((piece) => piece.includes('@'))
		.map((piece) => piece.replace(/@.*$/, (domain) => domain.toLowerCase()));
	const [first, ...more] = mails;
	return { first, more, unread: first === undefined ? [cell] : [] };
}

/** "www.firma.example, firma2.example" → the first, and one more. An address with a name or password in it is none. */
export function websiteFrom(cell: string): Reached {
	const pieces = cell
		.split(/[\s;,|<>]+/)
		.map((piece) =>
			piece
				.replace(/^(https?:\/\/)+(?=https?:)/i, '')
				.replace(/^(https?):?\/{0,2}(?=www\.)/i, '$1://')
				.replace(/^(https?):\/(?!\/)/i, '$1://'),
		)
		.map((piece) => piece.replace(/[.)]+$/, ''))
		.filter((piece) => piece.includes('.'));
	const sites = pieces.filter((piece) => !/^(?:https?:\/\/)?[^/]*@|^mailto:/i.test(piece));
	const [first, ...more] = sites;
	return { first, more, unread: first === undefined ? [cell] : pieces.filter((piece) => !sites.includes(piece)) };
}
