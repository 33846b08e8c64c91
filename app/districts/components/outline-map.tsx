import { useFetcher } from '@remix-run/react';
import { useEffect, useId, useRef } from 'react';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import type { DISTRICT_COLOURS } from '#db/vocabulary.ts';
import type { Drawing, Sketch } from '../outline.ts';
import { districtFill } from './district-mark.tsx';

interface Props {
	slug: string;
	name: string;
	colour: (typeof DISTRICT_COLOURS)[number];
	drawing: Sketch;
	/** Where the outline comes from; an invented one says so. */
	note: string | null;
}

/**
 * A district's outline as a drawing: itself filled, its neighbours faintly, a dot for each site. The dots are ways for
 * the mouse only, fetched when it comes near; for everybody else the same sites are in the list of firms.
 */
export function OutlineMap({ slug, name, colour, drawing, note }: Props) {
	const id = useId();
	const { points, comeNear } = usePoints(slug);
	const { width, height, path, others, dots, count } = drawing;
	const viewBox = `0 0 ${width} ${height}`;
	return (
		<figure className="overflow-hidden rounded-lg border border-line bg-surface">
			<div className="relative bg-well" onPointerEnter={comeNear}>
				<svg role="img" aria-labelledby={`${id}-title ${id}-text`} viewBox={viewBox} className="block h-auto w-full">
					<title id={`${id}-title`}>{m.districts_map_title({ name })}</title>
					<desc id={`${id}-text`}>{m.districts_map_text({ count })}</desc>
					<g className="fill-surface/60 stroke-strong-line/60" strokeWidth={1}>
						{others.map((other) => (
							<path key={other} d={other} />
						))}
					</g>
					<path d={path} className={districtFill(colour)} fillOpacity={0.22} strokeWidth={2} strokeLinejoin="round" fillRule="evenodd" />
					<defs>
						<path id={`${id}-dots`} d={dots} />
					</defs>
					<g strokeLinecap="round">
						<use href={`#${id}-dots`} className="stroke-surface" strokeWidth={9.5} />
						<use href={`#${id}-dots`} className="stroke-text" strokeWidth={6.5} />
					</g>
				</svg>
				<svg aria-hidden="true" viewBox={viewBox} className="absolute inset-0 h-auto w-full">
					{points.map((point) => (
						<a key={point.id} href={paths.site(point.id)} tabIndex={-1}>
							<title>{point.label}</title>
							<circle cx={point.x} cy={point.y} r={10} className="fill-transparent" />
						</a>
					))}
				</svg>
			</div>
			{note && <figcaption className="border-line border-t px-4 py-2 text-muted text-sm">{m.districts_map_source({ note })}</figcaption>}
		</figure>
	);
}

/** The sites behind the dots; where a finger gives no warning they come with the page. */
function usePoints(slug: string) {
	const { data, state, load } = useFetcher<Pick<Drawing, 'points'>>();
	const comeNear = () => {
		if (!data && state === 'idle') load(paths.districtPoints(slug));
	};
	const first = useRef(comeNear);
	useEffect(() => {
		if (matchMedia('(hover: none)').matches) first.current();
	}, []);
	return { points: data?.points ?? [], comeNear };
}
