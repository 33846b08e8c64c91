import { hasLostLetters, isNoName, isNothing, isSpreadsheetError } from './cell.ts';
import type { Field } from './fields.ts';
import type { Column } from './mapping.ts';
import type { Reason, ReasonCode } from './record.ts';

/** As much of a cell as a note shows. */
const SHOWN = 80;

/** Fields in which a question mark between letters is a letter lost. */
const PROSE: ReadonlySet<Field> = new Set(['name', 'tradeName', 'address', 'street', 'city', 'postalPlace', 'district', 'industryText']);

export interface Cell {
	text: string;
	heading: string;
}

/** Fields of one place: two columns of each are two places, and a row's is one of them whole. */
const PLACE: ReadonlySet<Field> = new Set([
	'address',
	'addressMore',
	'street',
	'houseNumber',
	'houseNumberTo',
	'houseLetter',
	'floor',
	'door',
	'postalCode',
	'postalPlace',
	'city',
]);

/** The cells of one row by field, cleaned already, what only says that nothing is there left out, and what was passed over in reading them. */
export class Row {
	readonly notes: Reason[] = [];
	private readonly byField = new Map<Field, Array<Cell & { place: number }>>();
	/** Which of several places the row is at: the first whose street or address is filled. */
	private readonly place: number | undefined;

	constructor(
		cells: readonly string[],
		private readonly columns: readonly Column[],
	) {
		for (const { field, at, heading, place } of columns) {
			const text = this.told(cells[at] ?? '', field, heading);
			if (text) this.byField.set(field, [...(this.byField.get(field) ?? []), { text, heading, place }]);
		}
		const filled = [...(this.byField.get('address') ?? []), ...(this.byField.get('street') ?? [])].map(({ place }) => place);
		this.place = filled.length > 0 ? Math.min(...filled) : undefined;
	}

	/** A cell that says something; a spreadsheet's error and letters lost on the way are noted. */
	private told(raw: string, field: Field, heading: string): string {
		const text = oneLine(raw, field);
		if (isSpreadsheetError(text)) {
			this.note('spreadsheet_error', { text, heading });
			return '';
		}
		if (hasLostLetters(text, PROSE.has(field))) this.note('letters_lost', { text, heading });
		return (field === 'name' ? isNoName(text) : isNothing(text)) ? '' : text;
	}

	/** All filled cells of a field, the one a row goes by first. */
	all(field: Field): Cell[] {
		const cells = this.byField.get(field) ?? [];
		const { place } = this;
		if (place === undefined || !PLACE.has(field) || !this.columns.some((column) => column.field === field && column.place === place)) return cells;
		return cells.filter((cell) => cell.place === place);
	}

	first = (field: Field): Cell | undefined => this.all(field)[0];
	text = (field: Field): string | undefined => this.first(field)?.text;

	note(code: ReasonCode, { text, heading }: Cell) {
		this.notes.push({ code, column: heading, value: text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text });
	}
}

/** An address keeps its lines apart with a comma, anything else with a blank. */
const oneLine = (text: string, field: Field): string => {
	if (!/[\r\n]/.test(text)) return text.replace(/ {2,}/g, ' ');
	const between = PLACE.has(field) ? ', ' : ' ';
	return text
		.split(/\s*[\r\n]+\s*/)
		.map((line) => line.trim())
		.filter(Boolean)
		.join(between)
		.replace(/,, /g, ', ')
		.replace(/ {2,}/g, ' ');
};
