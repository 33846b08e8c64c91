import type { Server } from 'node:http';
import { keepAnchored } from '#app/activity/anchoring.server.ts';
import { dropHalves } from '#app/attachments/file-store.server.ts';
import { databaseAddress, EnvironmentFaults, env } from '#app/env.server.ts';
import { ensureFindable } from '#app/search/reindex.server.ts';
import { replayErasures } from '#app/upkeep/erasures.server.ts';
import { keepHouseDaily } from '#app/upkeep/housekeeping.server.ts';
import { closeDatabase } from '#db/client.server.ts';
import { engine } from '#db/engine.ts';
import { holdServing } from '#db/lock.server.ts';
import { migrateDatabase } from '#db/migrate.server.ts';
import { assertSafeSqlite } from '#db/sqlite.server.ts';
import { greet, prepareFirstStart } from './first-start.server.ts';
import { warnOfForgottenProxy } from './forwarded.server.ts';
import { finish, listen } from './listen.server.ts';
import { log } from './log.server.ts';
import { openSite } from './site.server.ts';

try {
	await serve();
} catch (error) {
	console.error(sentenceOf(error));
	process.exit(1);
}

/** Everything from the environment to the first request: lock, schema, first people, pages, port. */
async function serve() {
	const { port, host, appUrl, isSecure } = env();
	const release = holdServing();
	if (engine === 'sqlite') assertSafeSqlite();
	await migrateDatabase();
	await dropHalves();
	const people = await prepareFirstStart();
	await replayErasures((error, record) => log().error({ err: error, record }, 'an erased record is back'));
	await ensureFindable();
	const server = await listen(await openSite(), port, host);
	const anchorNow = keepAnchored({
		anchored: (head) => log().info({ head }, 'audit head'),
		broken: (why) => log().error(why),
	});
	stopGracefully(server, async () => {
		await anchorNow();
		await closeDatabase();
		release();
	});
	if (!isSecure && !/^http:\/\/(localhost|127\.0\.0\.1)(:|$)/.test(appUrl))
		log().warn('APP_URL is http: passwords and cookies travel readable; put https in front');
	warnOfForgottenProxy();
	greet(people);
	keepHouseDaily({
		done: (cleared) => log().info(cleared, 'house kept'),
		failed: (error, failure) => log().error({ err: error, ...failure }, 'house not kept'),
	});
}

/** SIGTERM and SIGINT: take no more, finish what is open, close the house (its log folded into the database), leave with 0. */
function stopGracefully(server: Server, close: () => Promise<void>) {
	let isStopping = false;
	const stop = async (signal: string) => {
		if (isStopping) return;
		isStopping = true;
		log().info({ signal }, 'stopping');
		await finish(server);
		await close();
		log().info('stopped');
		process.exit(0);
	};
	for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal));
}

/** What the person at the terminal reads: a sentence for what they can mend, the whole error for what they cannot. */
function sentenceOf(error: unknown): string {
	if (error instanceof EnvironmentFaults) return `Distrikt cannot start:\n${error.faults.map((fault) => `  ${fault}`).join('\n')}`;
	if (!(error instanceof Error)) return String(error);
	// Its message is the sentence.
	if (/^(AlreadyServed|SeveralNames|LostRows)Error$|^DatabaseFault$/.test(error.name)) return error.message;
	const code = 'code' in error ? String(error.code) : '';
	if (code === 'EADDRINUSE') return `Port ${env().port} is taken by another program: stop it, or choose another PORT.`;
	if (/^SQLITE_(NOTADB|CORRUPT|CANTOPEN|READONLY|FULL|IOERR|PERM)/.test(code))
		return `The database ${databaseAddress()} cannot be used: ${error.message}.`;
	return error.stack ?? error.message;
}
