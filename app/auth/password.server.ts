import { availableParallelism } from 'node:os';
import { hash, parseOptions, verify } from '@node-rs/argon2';
import { newToken } from './session.server.ts';

/** Argon2id (the library's default kind) at OWASP's smaller setting, 19 MiB and 2 passes: about 20 ms, so that a Monday's fifty are in within seconds. */
const PARAMETERS = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 };

/** Hashes at once: no more than there are cores, and not all of libuv's four threads, which pack the pages. The others wait their turn. */
const LANES = Math.min(3, availableParallelism());
let busy = 0;
const waiting: Array<() => void> = [];

/** The same "å" typed on a Mac and on Windows may differ in bytes. */
const normal = (password: string) => password.normalize('NFC');

/** A password as it is stored, in PHC form. Slow by design: never inside `write()`. */
export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(normal(password), PARAMETERS));

export interface Verdict {
	isRight: boolean;
	/** The stored hash was made with other parameters: store a new one. */
	isOutdated: boolean;
}

/**
 * Compares a password with a stored hash. Without one (unknown or invited person) a decoy is compared,
 * so that the answer takes as long either way.
 */
export async function verifyPassword(stored: string | null | undefined, password: string): Promise<Verdict> {
	decoy ??= hashPassword(newToken());
	const standIn = await decoy;
	const isMatch = await inTurn(() => verify(stored ?? standIn, normal(password)));
	const isRight = isMatch && Boolean(stored);
	return { isRight, isOutdated: isRight && stored ? hasOtherParameters(stored) : false };
}

let decoy: Promise<string> | undefined;

function hasOtherParameters(stored: string): boolean {
	const { memoryCost, timeCost, parallelism } = parseOptions(stored);
	return memoryCost !== PARAMETERS.memoryCost || timeCost !== PARAMETERS.timeCost || parallelism !== PARAMETERS.parallelism;
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
	if (busy >= LANES) await new Promise<void>((resolve) => waiting.push(resolve));
	else busy++;
	try {
		return await work();
	} finally {
		// The lane passes straight to the next in line; only with nobody waiting does it fall free.
		const next = waiting.shift();
		if (next) next();
		else busy--;
	}
}
