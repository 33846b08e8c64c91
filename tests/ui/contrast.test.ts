import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

// Reads the tokens where they stand, so that a colour changed for its looks is measured for its legibility.
const css = readFileSync(new URL('../../app/ui/tokens.css', import.meta.url), 'utf8');
const tokens = new Map(
	[...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(([, name = '', light = '', dark = '']) => [name, { light, dark }]),
);

const PAPERS = ['canvas', 'surface', 'raised', 'well'];
const TONES = ['accent', 'danger', 'warning', 'success', 'info'];
const AA_TEXT = 4.5;
const AA_SHAPE = 3;

const texts: Array<[ink: string, paper: string]> = [
	...PAPERS.flatMap(
		(paper): Array<[string, string]> => [
			['text', paper],
			['muted', paper],
			['accent', paper],
			['danger', paper],
		],
	),
	...TONES.flatMap(
		(tone): Array<[string, string]> => [
			[tone, `${tone}-soft`],
			[tone, 'surface'],
			['text', `${tone}-soft`],
		],
	),
	['on-accent', 'accent'],
	['on-accent', 'accent-strong'],
	['on-danger', 'danger'],
];
const DISTRICTS = ['teal', 'blue', 'violet', 'magenta', 'red', 'orange', 'olive', 'green'];
const shapes: Array<[string, string]> = [
	...PAPERS.map((paper): [string, string] => ['focus', paper]),
	['strong-line', 'surface'],
	['strong-line', 'canvas'],
	...DISTRICTS.map((colour): [string, string] => [`district-${colour}`, 'surface']),
];

function luminance(hex: string): number {
	const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
		const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
		return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(ink: string, paper: string, theme: 'light' | 'dark'): number {
	const [one, other] = [ink, paper].map((name) => {
		const colour = tokens.get(name)?.[theme];
		if (!colour) throw new Error(`app/ui/tokens.css has no token --${name}`);
		return luminance(colour);
	});
	const [light = 0, dark = 0] = [one ?? 0, other ?? 0].sort((a, b) => b - a);
	return (light + 0.05) / (dark + 0.05);
}

for (const theme of ['light', 'dark'] as const) {
	test(`Bo reads every text on its paper in the ${theme} theme (WCAG AA, 4.5)`, () => {
		const weak = texts
			.map(([ink, paper]) => ({ pair: `${ink} on ${paper}`, ratio: contrast(ink, paper, theme) }))
			.filter(({ ratio }) => ratio < AA_TEXT);
		expect(weak).toEqual([]);
	});

	test(`Bo sees the edge of a field, the focus ring and each district's colour in the ${theme} theme (WCAG AA, 3)`, () => {
		const weak = shapes
			.map(([ink, paper]) => ({ pair: `${ink} on ${paper}`, ratio: contrast(ink, paper, theme) }))
			.filter(({ ratio }) => ratio < AA_SHAPE);
		expect(weak).toEqual([]);
	});
}
