import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { bin } from './processes.js';

/** Sees to it that there is a browser: Debian's, one Playwright installed before, or one that can be installed now. */
export function ensureChromium() {
	if (hasChromium()) return;
	console.info('No browser found, installing one …');
	if (
		process.getuid?.() === 0 &&
		succeeds('apt-get', ['update', '-qq']) &&
		succeeds('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'])
	)
		return;
	if (!succeeds(bin('playwright'), ['install', 'chromium'])) console.error('No browser could be installed: install chromium and run npm test again.');
}

/** The browser the system brings, if any; undefined lets Playwright use its own. */
export const systemChromium = () => ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path));

function hasChromium() {
	if (systemChromium()) return true;
	const { stdout } = spawnSync(process.execPath, ['-e', "process.stdout.write(require('@playwright/test').chromium.executablePath())"], {
		encoding: 'utf8',
	});
	return Boolean(stdout) && existsSync(stdout);
}

const succeeds = (command, args) => spawnSync(command, args, { stdio: 'inherit' }).status === 0;

// As a step of `npm test`.
if (process.argv[1] === import.meta.filename) ensureChromium();
