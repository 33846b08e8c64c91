import type { districts } from '#db/schema/index.ts';

type Colour = (typeof districts.$inferSelect)['colour'];

// Whole class names: Tailwind finds them by reading the source.
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
export const DistrictMark = ({ name, colour, href }: { name: string; colour: Colour; href?: string }) =>
	href ? (
		<a href={href} className="district" data-colour={colour}>
			{name}
		</a>
	) : (
		<span className="district" data-colour={colour}>
			{name}
		</span>
	);

export const DistrictDot = ({ colour }: { colour: Colour }) => <span aria-hidden="true" className="district-dot" data-colour={colour} />;
