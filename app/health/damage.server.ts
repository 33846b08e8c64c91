/** A disk that failed once may answer again; a file that was found damaged does not mend itself. */
const FORGIVEN_MS = 60_000;

// One memory per process: the routes' bundle sees the errors, its probe tells of them.
const house = globalThis as typeof globalThis & { __distriktDamage?: { at: number; isForGood: boolean } };

/** Remembers that the database could not be read, where an error says so. */
export function noticeDamage(error: unknown): void {
	for (let cause = error; cause instanceof Error; cause = cause.cause) {
		const code = 'code' in cause ? String(cause.code) : '';
		if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) house.__distriktDamage = { at: Date.now(), isForGood: true };
		else if (code.startsWith('SQLITE_IOERR') && !house.__distriktDamage?.isForGood) house.__distriktDamage = { at: Date.now(), isForGood: false };
	}
}

/** Whether a read failed, and has not been forgiven. */
export function isDamaged(): boolean {
	const damage = house.__distriktDamage;
	return damage !== undefined && (damage.isForGood || Date.now() - damage.at < FORGIVEN_MS);
}
