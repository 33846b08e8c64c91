import { AsyncLocalStorage } from 'node:async_hooks';

/** Longest wait for other writers, from the request on, before a 503. */
const MAX_WAIT_MS = 5_000;
/** What a request that took its time before it writes is left with. */
const LEAST_WAIT_MS = 500;

// One storage per process: the server's bundle opens a request, the routes' bundle writes in it.
const house = globalThis as typeof globalThis & { __distriktAsked?: AsyncLocalStorage<number> };
house.__distriktAsked ??= new AsyncLocalStorage<number>();
const asked = house.__distriktAsked;

/** Runs the answering of a request whose patience begins now. */
export const askedNow = <T>(work: () => T): T => asked.run(performance.now(), work);

/** Until when (`performance.now()`) a write that begins now may wait for others. */
export function patience(): number {
	const now = performance.now();
	return Math.max((asked.getStore() ?? now) + MAX_WAIT_MS, now + LEAST_WAIT_MS);
}
