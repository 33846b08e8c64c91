import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lineDiff } from '#app/ui/line-diff.ts';

const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 }).map((lines) => lines.join('\n'));

it('two texts laid over each other can be told apart again, line by line', () => {
	fc.assert(
		fc.property(text, text, (mine, theirs) => {
			const lines = lineDiff(mine, theirs) ?? expect.unreachable();
			const side = (other: 'mine' | 'theirs') => lines.filter((line) => line.in !== other).map((line) => line.text);
			expect(side('theirs').join('\n')).toBe(mine);
			expect(side('mine').join('\n')).toBe(theirs);
		}),
	);
});

it('what both have stands once', () => {
	expect(lineDiff('navn\r\nmit', 'navn\ndit')).toEqual([
		{ in: 'both', text: 'navn' },
		{ in: 'mine', text: 'mit' },
		{ in: 'theirs', text: 'dit' },
	]);
});

it('texts of thousands of lines are not compared', () => {
	expect(lineDiff('x\n'.repeat(5_000), 'y')).toBeNull();
});
