import { useId } from 'react';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import type { DISTRICT_COLOURS } from '#db/vocabulary.ts';
import type { Drawing } from '../outline.ts';
import { districtFill } from './district-mark.tsx';

interface Props {
	name: string;
	colour: (typeof DISTRICT_COLOURS)[number];
	drawing: Drawing;
	/** Where the outline comes from; an invented one says so. */
	note: string | null;
}

/**
 * A district's outline as a drawing: itself filled, its neighbours faintly, a dot for each site. The dots are ways for
 * the mouse only; for everybody else the same sites are in the list of firms.
 */
export function OutlineMap({ name, colour, drawing, note }: Props) {
	const id = useId();
	const { width, height, path, others, points } = drawing;
	const viewBox = `0 0 ${width} ${height}`;
	return (
		<figure className="overflow-hidden rounded-lg border border-line bg-surface">
			<div className="relative bg-well">
				<svg role="img" aria-labelledby={`${id}-title ${id}-text`} viewBox={viewBox} className="block h-auto w-full">
					<title id={`${id}-title`}>{m.districts_map_title({ name })}</title>
					<desc id={`${id}-text`}>{m.districts_map_text({ count: points.length })}</desc>
					{others.map((other) => (
						<path key={other.name} d={other.path} className="fill-surface/60 stroke-strong-line/60" strokeWidth={1} />
					))}
					<path d={path} className={districtFill(colour)} fillOpacity={0.22} strokeWidth={2} strokeLinejoin="round" fillRule="evenodd" />
				</svg>
				<svg aria-hidden="true" viewBox={viewBox} className="absolute inset-0 h-auto w-full">
					{points.map((point) => (
						<a key={point.id} href={paths.site(point.id)} tabIndex={-1}>
							<title>{point.label}</title>
							<circle cx={point.x} cy={point.y} r={10} className="fill-transparent" />
							<circle cx={point.x} cy={point.y} r={4} className="fill-text stroke-surface" strokeWidth={1.5} />
						</a>
					))}
				</svg>
			</div>
			{note && <figcaption className="border-line border-t px-4 py-2 text-muted text-sm">{m.districts_map_source({ note })}</figcaption>}
		</figure>
	);
}
