import { cvrFrom, pNumberFrom } from '#app/companies/register-numbers.ts';
import { digitsIn, isShortened } from './cell.ts';
import type { ReasonCode } from './record.ts';

// Numbers of registers as people and programs spell them.

export interface Numbered {
	value?: string;
	/** A number of another country's register. */
	foreign?: string;
	/** Why there is none. */
	fault?: ReasonCode;
	/** Nothing is there. */
	isNothing?: boolean;
}

const CVR_WORDS = /^(?:(?:cvr|se|vat|moms|dk|nr|nummer|no|reg)\b[\s.:/#-]*|dk(?=\s*[-.]?\s*\d))+/i;
/** Countries that trade with a VAT number; Sweden's is longer than a Danish SE number. */
const FOREIGN =
	/^(?:AT|BE|BG|CHE?|CY|CZ|DE|EE|EL|ES|FI|FO|FR|GB|GL|GR|HR|HU|IE|IS|IT|LI|LT|LU|LV|MT|NL|NO|PL|PT|RO|SE|SI|SK|US|XI)(?=[\s.:-]*[A-Z]?\d)/i;

/** "DK-99 01 36 99", "CVR-nr.: 99013699", "99013699.0", "DK99013699MVA" → 99013699; "DE 999999999" → a foreign number. */
export function cvrOf(cell: string): Numbered {
	const text = cell.replace(/[\s.]*(?:MVA|MOMS)\.?$/i, '').trim();
	const digits = digitsIn(text.replace(CVR_WORDS, '').replace(/^"|"$/g, ''));
	if (digits !== null && /^0*$/.test(digits)) return { isNothing: true };
	const cvr = digits === null ? null : cvrFrom(digits);
	if (cvr) return { value: cvr };
	const isForeign = FOREIGN.test(text) && !/^SE[\s.:-]*(?:\d\s*){8}$/i.test(text);
	if (isForeign) return { foreign: text.toUpperCase().replace(/[^A-Z0-9]/g, '') };
	return { fault: isShortened(cell) ? 'number_shortened' : 'cvr_invalid' };
}

/** "P-nr. 1.099.000.031", "1099000021.0" → ten digits. A list of several says nothing of the one this row means. */
export function pNumberOf(cell: string): Numbered {
	const text = cell.replace(/^(?:p|pnr|penhed|nr|nummer|produktionsenhed)[\w\s.:#-]*?(?=\d)/i, '');
	const digits = digitsIn(text);
	if (digits !== null && /^0*$/.test(digits)) return { isNothing: true };
	const number = digits === null ? null : pNumberFrom(digits);
	if (number) return { value: number };
	if (/^\d{10}(?:\s*[,;/|]\s*\d{10})+$/.test(text.trim())) return { fault: 'p_numbers_several' };
	return { fault: isShortened(cell) ? 'number_shortened' : 'p_number_invalid' };
}

/**
 * "62.10.00", "451120 Detailhandel" → the code and the words behind it; null where no code begins it. Five digits are six
 * whose zero a spreadsheet has dropped.
 */
export function industryOf(cell: string): { code: string; words: string } | null {
	const [, written, words = ''] =
		cell.trim().match(/^(\d{2}(?:\.\d{1,2}){0,2}|\d\.\d{2}(?:\.\d{1,2})?|\d{2,6}(?:[.,]0)?)(?![\d.,])\s*[-–:,]?\s*(.*)$/s) ?? [];
	if (written === undefined) return null;
	const code = written
		.replace(/^(\d{4,6})[.,]0$/, '$1')
		.replace(/^(?=\d\.)/, '0')
		.replaceAll('.', '');
	return { code: code.length === 5 ? `0${code}` : code, words: words.trim() };
}
