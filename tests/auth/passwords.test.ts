import { describe, expect, it } from 'vitest';
import { deviceOf } from '#app/auth/device.ts';
import { hashPassword, verifyPassword } from '#app/auth/password.server.ts';
import { passwordFault } from '#app/auth/password-rules.ts';

describe('a new password', () => {
	it.each([
		['kort', 'short'],
		['elleve-tegn', 'short'],
		[`${'langt '.repeat(40)}`, 'long'],
		['anna-og-hendes-hund', 'email'],
		['Adgangskode12', 'common'],
		['velkommen2026!', 'common'],
		['distriktdistrikt', 'common'],
		['qwertyuiop123', 'common'],
		['aaaaaaaaaaaaaa', 'common'],
		['1234567890123', 'common'],
		['abcdefghijklmn', 'common'],
	])('%s is refused: %s', (password, fault) => {
		expect(passwordFault(password, 'anna@distrikt.example')).toBe(fault);
	});

	it.each(['hest batteri hæftemaskine', 'rødgrød-med-fløde', 'kommunens gule cykelskur', 'k8fJ2mQp0xWz'])('%s is good', (password) => {
		expect(passwordFault(password, 'anna@distrikt.example')).toBeNull();
	});
});

describe('a stored password', () => {
	it('is Argon2id with 19 MiB and two passes, and never twice the same', async () => {
		const [one, two] = await Promise.all([hashPassword('hest batteri hæftemaskine'), hashPassword('hest batteri hæftemaskine')]);
		expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
		expect(one).not.toBe(two);
	});

	it('is known again when Anna types her å on another keyboard', async () => {
		const stored = await hashPassword('på gensyn i åen'.normalize('NFC'));
		expect(await verifyPassword(stored, 'på gensyn i åen'.normalize('NFD'))).toEqual({ isRight: true, isOutdated: false });
		expect((await verifyPassword(stored, 'på gensyn i aaen')).isRight).toBe(false);
	});

	it('is never right for somebody without one', async () => {
		expect(await verifyPassword(null, '')).toEqual({ isRight: false, isOutdated: false });
	});

	it('waits its turn when twenty people sign in at once', async () => {
		const stored = await hashPassword('hest batteri hæftemaskine');
		const verdicts = await Promise.all(Array.from({ length: 20 }, (_, n) => verifyPassword(stored, n % 2 ? 'hest batteri hæftemaskine' : 'forkert')));
		expect(verdicts.map(({ isRight }) => isRight)).toEqual(Array.from({ length: 20 }, (_, n) => n % 2 === 1));
	});
});

describe('a device', () => {
	it.each([
		['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36 Edg/126.0', 'Edge · Windows'],
		[
			'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
			'Safari · iPhone',
		],
		['Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0', 'Firefox · Linux'],
		['curl/8.5', null],
		[null, null],
	])('%s is called %s', (userAgent, device) => {
		expect(deviceOf(userAgent)).toBe(device);
	});
});
