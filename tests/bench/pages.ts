import { load, type Window } from './load.ts';
import type { Place } from './places.ts';
import type { Served } from './served.ts';
import { medianOf } from './spread.ts';
import type { Visitor } from './visitor.ts';

/** One page measured, beside the bare Remix page of fifty firms. */
export interface PageFigures extends Window {
	name: string;
	path: string;
	/** The page unpacked, in thousands of bytes. */
	kB: number;
	bare: Window;
	/** Requests a second to those of the bare page: the median of the rounds' ratios. */
	ratio: number;
}

/** How many rounds, and how long the page and the bare one take turns in each. */
export interface Rounds {
	rounds: number;
	windowMs: number;
}

/** The page and the bare page by turns: other work on the machine slows both. */
export async function measurePage(
	place: Place,
	consultant: Visitor,
	product: Served,
	bare: Served,
	{ rounds, windowMs }: Rounds,
): Promise<PageFigures> {
	const { bytes } = await consultant.get(place.path);
	await load(product, place.path, consultant.cookie, windowMs / 3);
	const [own, theirs]: [Window[], Window[]] = [[], []];
	for (let round = 0; round < rounds; round += 1) {
		own.push(await load(product, place.path, consultant.cookie, windowMs));
		theirs.push(await load(bare, '/', '', windowMs));
	}
	const ratio = medianOf(own.map(({ perSecond }, at) => perSecond / (theirs[at]?.perSecond ?? Number.NaN)));
	return { ...place, kB: bytes / 1000, ...middleOf(own), bare: middleOf(theirs), ratio };
}

const middleOf = (windows: readonly Window[]): Window => ({
	perSecond: medianOf(windows.map(({ perSecond }) => perSecond)),
	statements: medianOf(windows.map(({ statements }) => statements)),
	databaseMs: medianOf(windows.map(({ databaseMs }) => databaseMs)),
	cpuMs: windows.some(({ cpuMs }) => cpuMs === null) ? null : medianOf(windows.map(({ cpuMs }) => cpuMs ?? 0)),
});
