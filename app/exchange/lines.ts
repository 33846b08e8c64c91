import type { Reading } from './record.ts';

export type Delimiter = NonNullable<Reading['delimiter']>;

/** One row of a table of text. */
export interface Line {
	/** Where it begins in the file, first = 1, as an editor counts. */
	no: number;
	cells: string[];
	/** A quote opens in it that nothing closes. */
	isOpen: boolean;
}

/** As many lines as are looked at to learn how wide the table is, and the shares of them that settle it. */
const SAMPLE = 200;
const MOST = 0.5;
const FEWEST = 0.2;

/**
 * Cuts a text into lines of cells. Old systems write names with quotes as they are ("Kig Ind" Café, 27" Skærme): a quote
 * opens a cell only where its end is followed by a delimiter or a line end, and where what lies between is not lines of the
 * table. So a quote that nothing closes costs its own line and never makes one of several.
 * `first`: number of the text's first line in the file; `most`: lines wanted.
 */
export function linesOf(text: string, delimiter: Delimiter, { first = 1, most = Number.POSITIVE_INFINITY } = {}): Line[] {
	const lineEnd = lineEndOf(text);
	const cutter = new Cutter(text, delimiter, lineEnd, usualWidth(text, delimiter, lineEnd));
	const lines: Line[] = [];
	let no = first;
	while (!cutter.isDone && lines.length < most) {
		const { breaks, ...line } = cutter.line();
		lines.push({ no, ...line });
		no += breaks + 1;
	}
	return lines;
}

/** A file of the old Macintosh ends its lines with CR alone; a line feed in it is part of a cell. */
const lineEndOf = (text: string): '\r' | '\n' => (/^[^\n\r]*\r(?!\n)/.test(text) ? '\r' : '\n');

const count = (text: string, sign: string) => text.split(sign).length - 1;

/** The number of cells the lines of the table have, counted without a thought for quotes: pieces of a cell of several lines are narrow. */
function usualWidth(text: string, delimiter: Delimiter, lineEnd: string): number {
	const widths = text
		.slice(0, 200_000)
		.split(lineEnd, SAMPLE)
		.filter((line) => line.trim() !== '')
		.map((line) => count(line, delimiter) + 1);
	const sharing = (share: number) => widths.filter((width) => width > 1 && widths.filter((other) => other === width).length >= widths.length * share);
	const [most] = sharing(MOST);
	// Where pieces of cells are many, the headings tell.
	return most ?? Math.max(1, widths.find((width) => width > 1) ?? 1, ...sharing(FEWEST));
}

class Cutter {
	private at = 0;

	constructor(
		private readonly text: string,
		private readonly delimiter: Delimiter,
		private readonly lineEnd: '\r' | '\n',
		private readonly width: number,
	) {}

	get isDone() {
		return this.at >= this.text.length;
	}

	line(): Omit<Line, 'no'> & { breaks: number } {
		const cells: string[] = [];
		let [breaks, isOpen] = [0, false];
		for (;;) {
			const begin = this.at;
			const quote = this.text[begin] === '"' ? begin : this.behindBlanks(begin);
			const quoted = this.text[quote] === '"' ? this.quoted(quote, cells.length) : null;
			if (quoted) {
				cells.push(quoted.cell);
				breaks += quoted.breaks;
				this.at = quoted.next;
			} else {
				const cell = this.plain();
				isOpen ||= cell.startsWith('"') && count(cell, '"') % 2 === 1;
				cells.push(bare(cell));
			}
			const sign = this.text[this.at];
			this.at += 1;
			if (sign !== this.delimiter) {
				if (sign === '\r' && this.lineEnd === '\n' && this.text[this.at] === '\n') this.at += 1;
				return { cells, breaks, isOpen };
			}
		}
	}

	/** Up to the next delimiter or line end, whatever quotes it holds. */
	private plain(): string {
		const begin = this.at;
		while (this.at < this.text.length && this.text[this.at] !== this.delimiter && !this.isLineEnd(this.at)) this.at += 1;
		return this.text.slice(begin, this.at);
	}

	private isLineEnd(at: number): boolean {
		const sign = this.text[at];
		return sign === this.lineEnd || (sign === '\r' && this.text[at + 1] === '\n');
	}

	private behindBlanks(at: number): number {
		let next = at;
		while (this.text[next] === ' ') next += 1;
		return next;
	}

	private quoted(opening: number, place: number): { cell: string; breaks: number; next: number } | null {
		let closing = this.text.indexOf('"', opening + 1);
		while (closing >= 0 && this.text[closing + 1] === '"') closing = this.text.indexOf('"', closing + 2);
		if (closing < 0) return null;
		const next = this.behindBlanks(closing + 1);
		if (next < this.text.length && this.text[next] !== this.delimiter && !this.isLineEnd(next)) return null;
		const inside = this.text.slice(opening + 1, closing);
		const pieces = inside.split(this.lineEnd);
		if (pieces.length > 1 && this.holdsLines(pieces, place, closing)) return null;
		return { cell: inside.replaceAll('""', '"'), breaks: pieces.length - 1, next };
	}

	/** True when the pieces between two quotes are lines of the table themselves. */
	private holdsLines(pieces: string[], place: number, closing: number): boolean {
		const cuts = this.width - 1;
		if (cuts < 1) return false;
		const [head = ''] = pieces;
		if (pieces.slice(1, -1).some((piece) => count(piece, this.delimiter) >= cuts)) return true;
		const end = this.text.indexOf(this.lineEnd, closing);
		const last = (pieces.at(-1) ?? '') + this.text.slice(closing, end < 0 ? undefined : end);
		return count(head, this.delimiter) + place >= cuts && count(last, this.delimiter) >= cuts;
	}
}

/** A quote that nothing closes is no part of a name; nor are those a program puts around a name with quotes of its own: "Vognmand "Kalle" ApS". */
function bare(cell: string): string {
	const text = cell.trim();
	if (text.startsWith('"') && count(text, '"') % 2 === 1) return text.slice(1).trim();
	const isWrapped = /^"[^"]*\s"[^"\s].*"$/.test(text);
	return (isWrapped ? text.slice(1, -1) : cell).replace(/""/g, '"');
}
