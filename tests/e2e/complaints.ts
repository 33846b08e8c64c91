import type { BrowserContext, ConsoleMessage } from '@playwright/test';

/** A request that is refused or finds no network is what many tests are about; the browser writes a line for each. */
const OF_THE_NETWORK = /^Failed to load resource: (?:net::ERR_|the server responded with a status of 4\d\d)/;

/** Hears what the pages of a context complain of: scripts that fail, what React and the browser write as errors. */
export function hearComplaints(context: BrowserContext, complaints: string[], expected: RegExp | undefined) {
	const isExpected = (text: string) => OF_THE_NETWORK.test(text) || expected?.test(text);
	const note = (text: string, where: string) => isExpected(text) || complaints.push(`${text} (${where})`);
	context.on('console', (said: ConsoleMessage) => said.type() === 'error' && note(said.text(), said.location().url));
	context.on('weberror', (thrown) => note(String(thrown.error()), thrown.page()?.url() ?? ''));
}
