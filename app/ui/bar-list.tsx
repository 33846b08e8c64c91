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
			<ul className="space-y-0.5">
				{items.map((item) => (
					<li key={item.label} className="relative grid min-h-8 grid-cols-[minmax(6rem,38%)_1fr_auto] items-center gap-3">
						{item.to ? (
							<a href={item.to} data-row className="py-1 leading-tight hover:text-accent">
								{item.label}
							</a>
						) : (
							<span className="py-1 leading-tight">{item.label}</span>
						)}
						{/* Lengths as SVG attributes: they print, and no style attribute has to pass the content policy. */}
						<svg aria-hidden="true" className="h-2 w-full" preserveAspectRatio="none" viewBox="0 0 100 8">
							<rect width="100" height="8" rx="1" className="fill-well" />
							<rect width={(item.value / longest) * 100} height="8" rx="1" className="fill-accent" />
						</svg>
						<span className="min-w-8 text-right" data-figures>
							{formatNumber(item.value)}
						</span>
					</li>
				))}
			</ul>
		</figure>
	);
}
