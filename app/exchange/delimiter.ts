import { type Delimiter, linesOf } from './lines.ts';

const DELIMITERS: readonly Delimiter[] = [';', ',', '\t', '|'];
const SEP_LINE = /^"?sep=(.)?"?[;,\t|]*(?:\r\n|\r|\n|$)/i;

export interface Table {
	text: string;
	delimiter: Delimiter;
	/** Number of the text's first line in the file. */
	first: number;
}

/** The table of a text: without its mark and Excel's "sep=;" line, with what stands between its cells. */
export function tableOf(raw: string): Table {
	const text = raw.replace(/^\uFEFF/, '');
	const [line, sign] = text.match(SEP_LINE) ?? [];
	const table = unpacked(line === undefined ? text : text.slice(line.length));
	const said = DELIMITERS.find((one) => one === sign);
	return { text: table, delimiter: said ?? delimiterOf(table), first: line === undefined ? 1 : 2 };
}

/** A table opened and saved as one column: each of its lines is one cell, in quotes. */
function unpacked(text: string): string {
	const lines = text.split(/\r\n|\r|\n/).filter(Boolean);
	const isPacked = lines.length > 1 && lines.every((line) => PACKED.test(line)) && /[;,\t|]/.test(lines[0] ?? '');
	return isPacked ? text.replace(/[^\r\n]+/g, (line) => line.slice(1, -1).replaceAll('""', '"')) : text;
}
const PACKED = /^"(?:[^"]|"")*"$/;

/** The delimiter under which the first rows agree best on having many columns; titles above a table have few. */
function delimiterOf(text: string): Delimiter {
	const head = text.slice(0, 200_000);
	const scored = DELIMITERS.map((delimiter) => {
		const widths = linesOf(head, delimiter, { most: 60 }).map(({ cells }) => cells.length);
		const best = Math.max(
			0,
			...widths.filter((width) => width > 1).map((width) => (width * widths.filter((other) => other === width).length) / widths.length),
		);
		return { delimiter, score: best };
	});
	scored.sort((a, b) => b.score - a.score);
	return scored[0] && scored[0].score > 0 ? scored[0].delimiter : ';';
}
