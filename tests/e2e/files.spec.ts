import type { Page } from '@playwright/test';
import { atRest, expect, signIn, test } from './fixtures.ts';

// Pictures come into a talk the way they come on a desk: pasted from the clipboard, dropped from a folder, chosen.
/** Pastes or drops a picture, each of another colour, where the writer is. */
const hand = (page: Page, kind: 'paste' | 'drop', name: string, colour: string) =>
	page.locator('form#talk [name="note"]').evaluate(
		(note, [how, file, fill]) => {
			const canvas = Object.assign(document.createElement('canvas'), { width: 8, height: 8 });
			const brush = canvas.getContext('2d');
			if (!brush) throw new Error('nothing to draw with');
			brush.fillStyle = fill;
			brush.fillRect(0, 0, 8, 8);
			const bytes = Uint8Array.from(atob(canvas.toDataURL('image/png').split(',')[1] ?? ''), (sign) => sign.charCodeAt(0));
			const given = new DataTransfer();
			given.items.add(new File([bytes], file, { type: 'image/png' }));
			const about = { bubbles: true, cancelable: true };
			const event =
				how === 'paste' ? new ClipboardEvent('paste', { ...about, clipboardData: given }) : new DragEvent('drop', { ...about, dataTransfer: given });
			if (note.dispatchEvent(event)) throw new Error(`${how} was left to the browser`);
		},
		[kind, name, colour] as const,
	);

test('a screenshot pasted into the note and a file dropped on the form are the talk’s, and text is pasted as ever', async ({ page }) => {
	await signIn(page, 'erhverv@distrikt.example');
	await page.goto('/dialogues/new');
	await atRest(page);
	await page.locator('form#talk input[name="recentId"]').first().check({ force: true });
	await page.locator('form#talk [name="note"]').fill('Talte om skiltet ved porten.');
	await hand(page, 'paste', 'skaermbillede.png', 'teal');
	await expect(page.getByText('skaermbillede.png')).toBeVisible();
	await hand(page, 'drop', 'porten.png', 'maroon');
	await expect(page.getByText('porten.png')).toBeVisible();
	await expect(page.locator('form#talk [name="note"]')).toHaveValue('Talte om skiltet ved porten.');
	await page.locator('form#talk').getByRole('button', { name: 'Gem', exact: false }).first().click();
	await expect(page.getByRole('status').filter({ hasText: 'Dialogen er gemt' })).toBeVisible();
	await page.goto('/dialogues');
	await page.getByRole('listitem').filter({ hasText: 'skiltet ved porten' }).getByRole('link').first().click();
	await expect(page.getByRole('link', { name: /skaermbillede\.png/ })).toBeVisible();
	await expect(page.getByRole('link', { name: /porten\.png/ })).toBeVisible();
});
