import type { ReactNode } from 'react';

/** A figure with its name; with `to` it opens the rows behind it. Several stand in a grid. */
export function Stat({ label, value, to, note }: { label: string; value: ReactNode; to?: string; note?: ReactNode }) {
	const figure = (
		<>
			<span className="block text-muted text-xs sm:text-sm">{label}</span>
			<span className="block font-semibold text-2xl tracking-tight" data-figures>
				{value}
			</span>
			{note && <span className="block text-muted text-sm">{note}</span>}
		</>
	);
	const frame = 'block rounded-lg border border-line bg-surface px-3 py-2.5 sm:px-4 sm:py-3';
	return to ? (
		<a href={to} className={`${frame} transition-colors hover:border-accent`}>
			{figure}
		</a>
	) : (
		<div className={frame}>{figure}</div>
	);
}
