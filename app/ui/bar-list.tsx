import { formatNumber } from '#app/i18n/format.ts';

interface Bar {
	label: string;
	value: number;
	to?: string;
}

/** Figures compared by length: a real list with the numbers as text; the bars are drawings beside them. */
export function BarList({ items, caption }: { items: readonly Bar[]; caption: string }) {
	const longest = Math.max(1, ...items.map((item) => item.value));
	return (
		<figure>
			<figcaption className="sr-only">{caption}</figcaption>
			{/* One grid for all: the names take what the longest needs, at most the larger half; the bars begin at one line. */}
			<ul className="grid grid-cols-[fit-content(56%)_minmax(0,1fr)_auto] gap-x-3 gap-y-0.5">
				{items.map((item) => (
					<li key={item.label} className="relative col-span-3 grid min-h-8 grid-cols-subgrid items-center">
						<Name {...item} />
						{/* Lengths as SVG attributes: they print, and no style attribute has to pass the content policy. */}
						<svg aria-hidden="true" className="h-2 w-full" preserveAspectRatio="none" viewBox="0 0 100 8">
							<rect width="100" height="8" rx="1" className="fill-well" />
							<rect width={(item.value / longest) * 100} height="8" rx="1" className="fill-accent" />
						</svg>
						<span className="min-w-6 text-right" data-figures>
							{formatNumber(item.value)}
						</span>
					</li>
				))}
			</ul>
		</figure>
	);
}

/** Two lines at most; what is cut off stands in the tooltip. */
function Name({ label, to }: Pick<Bar, 'label' | 'to'>) {
	const name = (
		<span className="line-clamp-2 leading-tight hyphens-auto" title={label}>
			{label}
		</span>
	);
	return to ? (
		<a href={to} data-row className="py-1 hover:text-accent">
			{name}
		</a>
	) : (
		<span className="py-1">{name}</span>
	);
}
