// How well text reads as Danish: which of several code pages a file was written in is told by its words.

const DANISH = /[æøåÆØÅ]/;
const NEIGHBOURS = /[éèêëáàâäãíìîïóòôöõúùûüýñçßšžðþÿÉÈÊËÁÀÂÄÃÍÌÎÏÓÒÔÖÕÚÙÛÜÝÑÇŠŽÐÞ]/;
const DASHES = /[–—]/;
const QUOTES = /[‘’“”‚„«»´]/;
const SIGNS = /[€£§°½¼¾²³µ©®™…•·×\u00a0]/;

const isLetter = (sign: string) => /\p{L}/u.test(sign);
const isLower = (sign: string) => /\p{Ll}/u.test(sign);
const isUpper = (sign: string) => /\p{Lu}/u.test(sign);

/** The more of its signs beyond English stand where Danish text has them, the higher; the first of equals was asked first. */
export function fitting(text: string): number {
	let score = 0;
	for (let at = 0; at < text.length; at++) {
		const sign = text[at] ?? '';
		if (sign > '\u007f') score += fits(text[at - 1] ?? ' ', sign, text[at + 1] ?? ' ');
	}
	return score;
}

function fits(before: string, sign: string, after: string): number {
	const isInWord = isLetter(before) && isLetter(after);
	if (DANISH.test(sign) || NEIGHBOURS.test(sign)) {
		// "BrÆndby", "McDonaldÆs": a capital after a small letter is another sign of another page.
		if (isUpper(sign) && isLower(before)) return -3;
		if (!isLetter(before) && !isLetter(after)) return -1;
		return DANISH.test(sign) ? 3 : 1;
	}
	if (DASHES.test(sign)) return isInWord ? -1 : 1;
	if (sign === '’' || sign === '´') return isLetter(before) ? 1 : 0;
	if ('‚„'.includes(sign) && isLetter(before)) return -3;
	if (QUOTES.test(sign)) return isInWord ? -3 : 1;
	if (SIGNS.test(sign)) return isInWord ? -3 : 0;
	return isInWord ? -4 : -2;
}
