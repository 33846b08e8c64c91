import { fold } from '#db/fold.ts';
import { digitsIn, isNothing } from './cell.ts';
import { asWritten } from './headings.ts';
import type { Column } from './mapping.ts';
import type { ReasonCode } from './record.ts';

// Rows of a table that are no firms: totals, headings between, the source line below.

const COMPANY_FORM =
	/(?:^|[\s,(])(?:a\/s|aps|i\/s|k\/s|p\/s|ivs|amba|a\.m\.b\.a|fmba|f\.m\.b\.a|smba|ltd|limited|inc|gmbh|ab|as|oy|bv|enk|v\/)(?:$|[\s,.)])/i;
const TOTAL = /^(?:i alt|ialt|total|totalt|sum|subtotal|delsum|hovedtotal|samlet|grand total)(?: \d+)*$/;
const TOTAL_OF = /^(?:i alt|ialt|total|sum|subtotal|delsum|hovedtotal|samlet|antal virksomheder|antal rækker|antal rows)\b/i;
const SOURCE =
	/^(?:kilde|kilder|source|udtr(?:æk|ækket|ukket)|data fra|datakilde|noter?|bemærk(?:ning(?:er)?)?|obs|opdateret|senest opdateret|pr\.|dato|rapport|genereret|udskrevet|udskrift|side \d|copyright|©|\*)/i;
/** Cells that make a row somebody's. */
const NAMING = new Set(['cvr', 'pNumber', 'address', 'street', 'postalCode', 'postalPlace', 'phone', 'email', 'website', 'identifier']);
/** How many of a table's rows must say more than a name before one that does not is taken for a heading between them. */
const MOST = 0.5;

const isNumeric = (text: string) => /^[-–]?[\d.,\s%]+(?:kr\.?)?$/.test(text);

/** Tells the rows of one table that are no firms. */
export class Furniture {
	private readonly headings: string[];
	private readonly saysMore: boolean;
	private readonly plain = new Map<readonly string[], ReasonCode>();

	constructor(
		headings: readonly string[],
		private readonly columns: readonly Column[],
		rows: ReadonlyArray<readonly string[]>,
	) {
		this.headings = headings.map((heading) => asWritten(heading).toLowerCase());
		const telling = rows.filter((row) => this.isNamed(row)).length;
		for (const row of rows) {
			const code = this.plainly(row);
			if (code) this.plain.set(row, code);
		}
		this.saysMore = columns.length > 2 && telling > 0 && telling >= (rows.length - this.plain.size) * MOST;
	}

	/** Why a row is no firm; null for one that may be. */
	of(row: readonly string[]): ReasonCode | null {
		const filled = filledOf(row);
		const [first] = filled;
		if (!first) return null;
		const plainly = this.plain.get(row) ?? null;
		if (plainly || !this.saysMore || this.isNamed(row) || COMPANY_FORM.test(first.text)) return plainly;
		if (filled.length > 1) return null;
		return this.columns.some(({ field, at }) => field === 'name' && at === first.at) ? 'name_alone' : 'source_row';
	}

	/** What says of itself that it is none, whatever the other rows hold. */
	private plainly(row: readonly string[]): ReasonCode | null {
		const filled = filledOf(row);
		const [first, ...others] = filled;
		if (!first) return null;
		if (others.length > 0 && filled.every(({ text, at }) => text.toLowerCase() === this.headings[at])) return 'heading_again';
		if (this.isNamed(row) || COMPANY_FORM.test(first.text)) return null;
		if (this.columns.length > 2 && filled.every(({ text }) => isNumeric(text))) return 'total_row';
		if (others.every(({ text }) => isNumeric(text)) && (TOTAL.test(fold(first.text)) || TOTAL_OF.test(first.text))) return 'total_row';
		return others.length === 0 && SOURCE.test(first.text) ? 'source_row' : null;
	}

	private isNamed(row: readonly string[]): boolean {
		return this.columns.some(({ field, at }) => {
			const text = row[at] ?? '';
			return NAMING.has(field) && text !== '' && !isNothing(text) && text.toLowerCase() !== this.headings[at] && digitsIn(text) !== '0';
		});
	}
}

const filledOf = (row: readonly string[]) => row.flatMap((text, at) => (text && !isNothing(text) ? [{ text, at }] : []));

export const isBlank = (row: readonly string[]): boolean => row.every((cell) => cell === '');
