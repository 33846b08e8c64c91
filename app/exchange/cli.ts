import { closeDatabase } from '#db/client.server.ts';
import { answerTo } from './command.server.ts';

/** Ctrl-C, or a polite kill, stops an import between two steps, so that the batch is told and can be taken back; twice ends it at once. */
function stop(): AbortSignal {
	const asked = new AbortController();
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => asked.abort());
	return asked.signal;
}

// Entry of `npm run import`.
const { exitCode, out, complaint } = await answerTo(process.argv.slice(2), { stop, say: (line) => console.error(line) });
if (out) console.log(out);
if (complaint) console.error(complaint);
await closeDatabase();
process.exitCode = exitCode;
