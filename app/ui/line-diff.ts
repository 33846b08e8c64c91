/** One line of two texts laid over each other. */
export interface DiffLine {
	in: 'both' | 'mine' | 'theirs';
	text: string;
}

/** Beyond this both texts are shown whole instead: comparing costs the product of their lines. */
const MOST_LINES = 400;

/** Two texts line by line, by their longest common subsequence; null when they are too long to compare. */
export function lineDiff(mine: string, theirs: string): DiffLine[] | null {
	const [a, b] = [linesOf(mine), linesOf(theirs)];
	if (a.length > MOST_LINES || b.length > MOST_LINES) return null;
	// common[i][j]: how many lines the rests from i and j have in common, in order.
	const common = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
	const at = (i: number, j: number) => common[i]?.[j] ?? 0;
	for (let i = a.length - 1; i >= 0; i--) {
		for (let j = b.length - 1; j >= 0; j--) {
			const row = common[i];
			if (row) row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
		}
	}
	const lines: DiffLine[] = [];
	for (let i = 0, j = 0; i < a.length || j < b.length; ) {
		const [left, right] = [a[i], b[j]];
		if (left !== undefined && left === right) {
			lines.push({ in: 'both', text: left });
			i++;
			j++;
		} else if (left !== undefined && (right === undefined || at(i + 1, j) >= at(i, j + 1))) {
			lines.push({ in: 'mine', text: left });
			i++;
		} else {
			lines.push({ in: 'theirs', text: right ?? '' });
			j++;
		}
	}
	return lines;
}

const linesOf = (text: string): string[] => text.replace(/\r\n?/g, '\n').trim().split('\n');
