import type { RefusalReason } from './refusal.server.ts';

/** The faults that have an answer of their own: a database held by somebody else (503) and a full disk (507). Everything else is unexpected. */
export function failureOf(error: unknown): RefusalReason | undefined {
	for (let cause = error; cause instanceof Error; cause = cause.cause) {
		// By name: the class exists once per bundle.
		if (cause.name === 'DatabaseBusyError') return 'busy';
		const code = 'code' in cause ? String(cause.code) : '';
		if (code === 'SQLITE_FULL' || code === 'ENOSPC') return 'full';
		if (code.startsWith('SQLITE_BUSY')) return 'busy';
	}
	return undefined;
}
