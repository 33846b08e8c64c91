import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ICON_NAMES } from '#app/ui/icon.tsx';

test('every icon Bo is shown has its drawing, and every drawing is one that is used', () => {
	const sheet = readFileSync(new URL('../../app/ui/icons.svg', import.meta.url), 'utf8');
	const drawn = [...sheet.matchAll(/<symbol id="([\w-]+)"/g)].map((match) => match[1]);
	expect(drawn.toSorted()).toEqual([...ICON_NAMES].toSorted());
});
