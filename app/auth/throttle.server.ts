import { isIPv6 } from 'node:net';
import { RateLimiterMemory } from 'rate-limiter-flexible';

const WINDOW_S = 15 * 60;
const FIRST_LOCK_S = 60;

/** Five tries, the sixth waits: enough for a person who mixes up passwords, hopeless for a list of guesses. */
const ofAccount = new RateLimiterMemory({ keyPrefix: 'account', points: 5, duration: WINDOW_S });
/**
 * A whole town hall may share one address, and a whole town where TRUST_PROXY is forgotten: beyond this its tries are still
 * checked, one after the other, and only those with a wrong secret are told to wait.
 */
const ofAddress = new RateLimiterMemory({ keyPrefix: 'address', points: 100, duration: WINDOW_S });
/** How often an account was locked today; each lock is twice as long as the one before. */
const locks = new RateLimiterMemory({ keyPrefix: 'locks', points: 1_000, duration: 24 * 3600 });

export interface Try {
	/** Seconds to wait when there have been too many tries at this account; then nothing is to be checked, right or wrong. */
	retryAfter: number | null;
	/** Seconds to wait when there have been too many tries from this address, for those whose secret was wrong. */
	retryAfterWrong: number | null;
	/** Runs the check; of an address with too many tries one at a time, so that it takes nobody else's turn. */
	check<T>(work: () => Promise<T>): Promise<T>;
	/** To be called when the secret was right: the tries before it are forgotten. */
	worked(): Promise<void>;
}

/**
 * Counts one try at a secret, before it is checked, so that tries sent at once count too.
 * `account` is whose secret it is, `address` where the request comes from.
 */
export async function beginTry(account: string, address: string): Promise<Try> {
	const network = networkOf(address);
	const byAccount = await take(ofAccount, account);
	const byAddress = await take(ofAddress, network);
	const worked = async () => {
		await Promise.all([ofAccount.delete(account), locks.delete(account), ofAddress.reward(network, 1)]);
	};
	const check = byAddress.isAllowed ? <T>(work: () => Promise<T>) => work() : <T>(work: () => Promise<T>) => inLine(network, work);
	const retryAfterWrong = byAddress.isAllowed ? null : Math.max(1, byAddress.seconds);
	if (byAccount.isAllowed) return { retryAfter: null, retryAfterWrong, check, worked };
	const wait = byAccount.isFirstRefusal ? await lock(account) : byAccount.seconds;
	return { retryAfter: Math.max(1, wait), retryAfterWrong, check, worked };
}

const lines = new Map<string, Promise<unknown>>();

/** Behind those of the same network, whatever became of them. */
function inLine<T>(network: string, work: () => Promise<T>): Promise<T> {
	const mine = (lines.get(network) ?? Promise.resolve()).then(work);
	const settled = mine.then(
		() => undefined,
		() => undefined,
	);
	lines.set(network, settled);
	void settled.then(() => lines.get(network) === settled && lines.delete(network));
	return mine;
}

/** An IPv6 address as its /64: one line at home has 2^64 addresses of its own, and takes a new one at will. */
export function networkOf(address: string): string {
	if (!isIPv6(address) || address.includes('.')) return address;
	const [front = [], back] = address.split('::').map((half) => half.split(':').filter(Boolean));
	const groups = back ? [...front, ...Array<string>(8 - front.length - back.length).fill('0'), ...back] : front;
	return groups
		.slice(0, 4)
		.map((group) => Number.parseInt(group, 16).toString(16))
		.join(':');
}

async function take(limiter: RateLimiterMemory, key: string) {
	const { consumedPoints, msBeforeNext } = await limiter.penalty(key, 1);
	const isAllowed = consumedPoints <= limiter.points;
	return { isAllowed, isFirstRefusal: consumedPoints === limiter.points + 1, seconds: isAllowed ? 0 : Math.ceil(msBeforeNext / 1000) };
}

/** Locks an account for one minute, then two, four, up to the whole window; answers the seconds. */
async function lock(account: string): Promise<number> {
	const { consumedPoints } = await locks.penalty(account, 1);
	const seconds = Math.min(WINDOW_S, FIRST_LOCK_S * 2 ** Math.min(consumedPoints - 1, 4));
	await ofAccount.block(account, seconds);
	return seconds;
}
