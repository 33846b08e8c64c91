import type { PageFigures } from './pages.ts';
import type { Spread } from './spread.ts';
import type { WriteFigures } from './writes.ts';

/** Everything one run found out. */
export interface Report {
	measuredAt: string;
	node: string;
	/** Processors, and how busy the machine was before the run: read the ratios, not the milliseconds. */
	processors: number;
	load: number;
	/** A row by its key, from the same database. */
	read: Spread;
	pages: PageFigures[];
	writes: WriteFigures;
}

const ms = (value: number) => value.toFixed(value < 1 ? 3 : 1);
const times = (value: number) => `${value.toFixed(value < 10 ? 1 : 0)} ×`;
const cpuText = (value: number | null) => (value === null ? '–' : ms(value));

/** The report as one table for a terminal. */
export function tableOf({ pages, writes, read, processors, load }: Report): string {
	const rows = [
		['page or answer', 'median ms', 'p95 ms', 'cpu ms', 'bytes', 'bare ms', '× bare', '× row read'],
		...pages.map(({ name, median, p95, cpu, bytes, bare, ratio }) => [
			...[name, ms(median), ms(p95), cpuText(cpu), String(bytes), ms(bare.median), times(ratio), times(median / read.median)],
		]),
		[
			...['a talk logged', ms(writes.median), ms(writes.p95), cpuText(writes.cpu), ''],
			...[ms(writes.bare.median), times(writes.ratio), times(writes.median / read.median)],
		],
	];
	const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
	const lines = rows.map((row) =>
		row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '),
	);
	return [
		...lines,
		'',
		'bare: a server that answers the same bytes, packed anew each time; for the talk, one row inserted and synced.',
		`row read: a row by its key, ${ms(read.median)} ms. ${processors} processors, load ${load.toFixed(1)} when it began.`,
	].join('\n');
}
