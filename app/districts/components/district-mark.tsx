import type { districts } from '#db/schema/index.ts';

type Colour = (typeof districts.$inferSelect)['colour'];

// Whole class names: Tailwind finds them by reading the source.
const DOT: Record<Colour, string> = {
	teal: 'bg-district-teal',
	blue: 'bg-district-blue',
	violet: 'bg-district-violet',
	magenta: 'bg-district-magenta',
	red: 'bg-district-red',
	orange: 'bg-district-orange',
	olive: 'bg-district-olive',
	green: 'bg-district-green',
};
const FILL: Record<Colour, string> = {
	teal: 'fill-district-teal stroke-district-teal',
	blue: 'fill-district-blue stroke-district-blue',
	violet: 'fill-district-violet stroke-district-violet',
	magenta: 'fill-district-magenta stroke-district-magenta',
	red: 'fill-district-red stroke-district-red',
	orange: 'fill-district-orange stroke-district-orange',
	olive: 'fill-district-olive stroke-district-olive',
	green: 'fill-district-green stroke-district-green',
};

export const districtFill = (colour: Colour): string => FILL[colour];

/** A district by its colour and its name; the colour alone never tells. */
export function DistrictMark({ name, colour, href, isOneLine = false }: { name: string; colour: Colour; href?: string; isOneLine?: boolean }) {
	return (
		<span className="inline-flex min-w-0 max-w-full items-baseline gap-1.5 align-bottom">
			<DistrictDot colour={colour} />
			{href ? (
				<a href={href} className="wrap-anywhere underline-offset-2 hover:underline">
					{name}
				</a>
			) : (
				<span className={isOneLine ? 'truncate' : 'wrap-anywhere'} title={isOneLine ? name : undefined}>
					{name}
				</span>
			)}
		</span>
	);
}

export const DistrictDot = ({ colour }: { colour: Colour }) => (
	<span aria-hidden="true" className={`size-2 shrink-0 self-center rounded-full forced-color-adjust-none ${DOT[colour]}`} />
);
