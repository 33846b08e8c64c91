import type { Served } from './served.ts';
import { type Visitor, visitor } from './visitor.ts';

/** What one window of load came to, for each request. */
export interface Window {
	perSecond: number;
	statements: number;
	databaseMs: number;
	/** Processor time of the server, all its threads; null where the system does not tell. */
	cpuMs: number | null;
}

const CONNECTIONS = 4;

/** Asks a server for one page over four connections, each request after the last one's answer, for so long. */
export async function load(server: Served, path: string, cookie: string, milliseconds: number): Promise<Window> {
	const crowd = Array.from({ length: CONNECTIONS }, () => visitor(server.url, cookie));
	const [cpuBefore, before] = [server.cpu(), await server.tally()];
	const began = performance.now();
	const counts = await Promise.all(crowd.map((one) => askUntil(began + milliseconds, one, path)));
	const seconds = (performance.now() - began) / 1000;
	const [cpuAfter, after] = [server.cpu(), await server.tally()];
	for (const one of crowd) one.leave();
	const requests = counts.reduce((sum, count) => sum + count, 0);
	return {
		perSecond: requests / seconds,
		statements: (after.statements - before.statements) / requests,
		databaseMs: (after.milliseconds - before.milliseconds) / requests,
		cpuMs: cpuBefore === null || cpuAfter === null ? null : (cpuAfter - cpuBefore) / requests,
	};
}

async function askUntil(deadline: number, one: Visitor, path: string): Promise<number> {
	for (let asked = 1; ; asked += 1) {
		const { status } = await one.get(path);
		if (status !== 200) throw new Error(`${path} answered ${status}`);
		if (performance.now() > deadline) return asked;
	}
}
