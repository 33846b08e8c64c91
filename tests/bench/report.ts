import type { PageFigures } from './pages.ts';
import type { WriteFigures } from './writes.ts';

/** Everything one run found out. */
export interface Report {
	measuredAt: string;
	node: string;
	/** Processors, and how busy the machine was before the run: read the ratios, not the milliseconds. */
	processors: number;
	load: number;
	pages: PageFigures[];
	writes: WriteFigures;
}

const short = (value: number | null) => (value === null ? '–' : value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0));

/** The report as one table for a terminal. */
export function tableOf({ pages, writes, processors, load }: Report): string {
	const rows = [
		['page or answer', 'requests/s', 'bare', 'ratio', 'statements', 'database ms', 'cpu ms', 'bare cpu ms', 'kB'],
		...pages.map(({ name, perSecond, bare, ratio, statements, databaseMs, cpuMs, kB }) => [
			...[name, short(perSecond), short(bare.perSecond), ratio.toFixed(2), statements.toFixed(0)],
			...[short(databaseMs), short(cpuMs), short(bare.cpuMs), kB.toFixed(1)],
		]),
	];
	const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
	const lines = rows.map((row) =>
		row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '),
	);
	return [
		...lines,
		'',
		`A talk logged: ${short(writes.median)} ms (95 %: ${short(writes.p95)}), ${short(writes.cpu)} ms cpu; a row inserted and synced by itself ${short(writes.bare.median)} ms.`,
		'ratio: requests/s to those of a bare Remix page of fifty firms, asked by turns, both unpacked, four connections.',
		`${processors} processors, load ${load.toFixed(1)} when it began.`,
	].join('\n');
}
