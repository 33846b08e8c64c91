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
	return to ? (
		<a href={to} className="stat">
			{figure}
		</a>
	) : (
		<div className="stat">{figure}</div>
	);
}
