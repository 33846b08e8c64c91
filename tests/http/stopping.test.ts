import { Agent, get } from 'node:http';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { rounds } from '#tests/rounds.ts';
import { openHouse } from './server.ts';

const ROUNDS = rounds(3, 20);

/** One answer over a kept connection: its status, or what went wrong. */
const asked = (url: string, agent: Agent, cookie: string) =>
	new Promise<number | string>((resolve) => {
		const request = get(url, { agent, headers: { cookie } }, (answer) => {
			answer.resume();
			answer.once('end', () => resolve(answer.statusCode ?? 0));
			answer.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
		});
		request.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
	});

test(`asked to stop in the middle of twenty busy readers, ${ROUNDS} times, the house breaks no request it took`, async () => {
	const house = await openHouse();
	for (let round = 0; round < ROUNDS; round += 1) {
		const cookie = house.cookieOf('leder');
		const outcomes: Array<number | string> = [];
		const readers = Array.from({ length: 20 }, async () => {
			const agent = new Agent({ keepAlive: true, maxSockets: 1 });
			for (;;) {
				const outcome = await asked(`${house.url}/sign-in`, agent, cookie);
				// Nobody listens any more: this one was never taken.
				if (outcome === 'ECONNREFUSED') break;
				outcomes.push(outcome);
				if (typeof outcome === 'string') break;
			}
			agent.destroy();
		});
		await new Promise((resolve) => setTimeout(resolve, 300 + round * 17));
		const began = performance.now();
		expect(await house.stop()).toBe(0);
		expect(performance.now() - began).toBeLessThan(10_000);
		await Promise.all(readers);
		expect(outcomes.filter((outcome) => outcome !== 200 && outcome !== 302)).toEqual([]);
		expect(outcomes.length).toBeGreaterThan(20);
		await house.start();
	}
	await house.stop();
});

test('a request that comes through a resting connection just after the house was asked to stop is answered', async () => {
	const house = await openHouse();
	const { port } = new URL(house.url);
	const socket = connect(Number(port), 'localhost');
	let heard = '';
	socket.on('data', (chunk) => {
		heard += chunk;
	});
	const ended = new Promise((resolve) => socket.once('close', resolve));
	socket.write('GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n');
	await expect.poll(() => heard).toContain('ok');
	heard = '';
	const stopped = house.stop();
	await new Promise((resolve) => setTimeout(resolve, 100));
	socket.write('GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n');
	await ended;
	expect(heard).toContain('HTTP/1.1 200');
	expect(heard).toMatch(/connection: close/i);
	expect(await stopped).toBe(0);
});
