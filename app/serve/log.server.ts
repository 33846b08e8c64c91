import { type Logger, pino } from 'pino';
import { env } from '#app/env.server.ts';
import { errorWithoutValues } from './error-line.ts';

// One logger per process: the server's bundle and the routes' bundle both contain this module.
const house = globalThis as typeof globalThis & { __distriktLog?: Logger };

/** JSON lines on stdout. Names, notes and search words never go in: pass ids and codes. */
export function log(): Logger {
	house.__distriktLog ??= pino({
		level: env().logLevel,
		base: undefined,
		timestamp: pino.stdTimeFunctions.isoTime,
		formatters: { level: (label) => ({ level: label }) },
		serializers: { err: errorWithoutValues },
		redact: ['*.cookie', '*.authorization', '*.password', '*["set-cookie"]', 'req.headers', 'res.headers'],
	});
	return house.__distriktLog;
}
