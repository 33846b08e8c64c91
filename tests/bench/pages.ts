import { gzipSync } from 'node:zlib';
import { type Place, readable } from './places.ts';
import type { Served } from './served.ts';
import { type Spread, spreadOf, timed } from './spread.ts';
import { type Visitor, visitor } from './visitor.ts';

/** One page measured, beside a bare server that answers the very same bytes. */
export interface PageFigures extends Spread {
	name: string;
	path: string;
	/** On the wire, gzip. */
	bytes: number;
	bare: Spread;
	/** Median to bare median. */
	ratio: number;
	/** Processor time of the server for each request, all its threads; null where the system does not tell. */
	cpu: number | null;
}

const WARM_UPS = 10;

/** Asks for a page `times` times, each time followed by the bare server's answer of the same bytes: other work slows both. */
export async function measurePage(place: Place, consultant: Visitor, product: Served, bare: Served, times: number): Promise<PageFigures> {
	const { status, text } = await readable(consultant, place.path);
	if (status !== 200) throw new Error(`${place.path} answered ${status}`);
	await fetch(bare.url, { method: 'POST', body: gzipSync(text) });
	const passer = visitor(bare.url);
	for (let at = 0; at < WARM_UPS; at += 1) await Promise.all([consultant.get(place.path), passer.get('/')]);

	const [own, theirs]: [number[], number[]] = [[], []];
	let bytes = 0;
	const cpuBefore = product.cpu();
	for (let at = 0; at < times; at += 1) {
		own.push(
			await timed(async () => {
				const answer = await consultant.get(place.path);
				if (answer.status !== 200) throw new Error(`${place.path} answered ${answer.status}`);
				bytes = answer.bytes;
			}),
		);
		theirs.push(await timed(() => passer.get('/')));
	}
	const cpuAfter = product.cpu();
	passer.leave();
	const [spread, bareSpread] = [spreadOf(own), spreadOf(theirs)];
	const cpu = cpuBefore === null || cpuAfter === null ? null : (cpuAfter - cpuBefore) / times;
	return { ...place, bytes, ...spread, bare: bareSpread, ratio: spread.median / bareSpread.median, cpu };
}
