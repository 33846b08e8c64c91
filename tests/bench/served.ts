import { spawn, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { newId } from '#db/new-id.ts';
import { projectRoot } from '#db/root.ts';

/** What a process has sent to the database since it began. */
export interface Tally {
	statements: number;
	milliseconds: number;
}

export interface Served {
	url: string;
	/** Processor time its process has used so far, in milliseconds; null where the system does not tell. */
	cpu(): number | null;
	tally(): Promise<Tally>;
	stop(): Promise<void>;
}

const START_MS = 120_000;
const TALLY = ['--import', './tests/bench/tally.js'];

/** The built product on the given database, on a free port. */
export async function serveProduct(file: string): Promise<Served> {
	const port = await freePort();
	const url = `http://localhost:${port}`;
	const env = { PORT: String(port), APP_URL: url, DATABASE_URL: `file:${file}`, DEMO: 'off', LOG_LEVEL: 'error' };
	const child = start([...TALLY, 'server.js'], env);
	child.stdout?.resume();
	const deadline = Date.now() + START_MS;
	while (
		!(await fetch(`${url}/readyz`).then(
			({ ok }) => ok,
			() => false,
		))
	) {
		if (child.exitCode !== null || Date.now() > deadline) throw new Error('The product did not start');
		await sleep(50);
	}
	return { url, ...handlesOf(child) };
}

/** The bare Remix page of fifty firms, built and served from the same database, in a process of its own as well. */
export async function serveBare(file: string): Promise<Served> {
	const { status, stderr } = spawnSync(process.execPath, ['node_modules/@remix-run/dev/dist/cli.js', 'vite:build', 'tests/bench/bare-remix'], {
		cwd: projectRoot,
		env: { ...process.env, NODE_ENV: 'production' },
		encoding: 'utf8',
	});
	if (status !== 0) throw new Error(`The bare page was not built:\n${stderr}`);
	const child = start(['--import', 'tsx', ...TALLY, 'tests/bench/bare-remix/server.ts'], { BARE_DATABASE: file });
	const port = await new Promise<string>((resolve) => child.stdout?.once('data', (line) => resolve(String(line).trim())));
	return { url: `http://127.0.0.1:${port}`, ...handlesOf(child) };
}

/** Cookie of a person who has signed in, by a row as the server would make it. */
export function cookieOf(file: string, email: string): string {
	const token = randomBytes(32).toString('base64url');
	const now = Date.now();
	const connection = new Database(file);
	connection
		.prepare(
			'insert into sessions (id, token_hash, user_id, created_at, last_seen_at, expires_at) select ?, ?, id, ?, ?, ? from users where email = ?',
		)
		.run(newId(), createHash('sha256').update(token).digest('base64url'), now, now, now + 86_400_000, email);
	connection.close();
	return `distrikt=${token}`;
}

function start(args: string[], env: Record<string, string>) {
	const child = spawn(process.execPath, args, { cwd: projectRoot, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
	process.once('exit', () => child.kill('SIGKILL'));
	return child;
}

function handlesOf(child: ReturnType<typeof start>) {
	const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	return {
		cpu: () => cpuOf(child.pid ?? 0),
		tally: () =>
			new Promise<Tally>((resolve) => {
				// Its own file sends nothing else.
				child.once('message', (sums) => resolve(sums as Tally));
				child.send('tally');
			}),
		async stop() {
			child.kill('SIGTERM');
			await ended;
		},
	};
}

/** Linux counts in hundredths of a second: fine over many requests. */
function cpuOf(pid: number): number | null {
	try {
		const [, rest = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
		const parts = rest.split(' ').map(Number);
		return ((parts[11] ?? 0) + (parts[12] ?? 0)) * 10;
	} catch {
		return null;
	}
}

const freePort = () =>
	new Promise<number>((resolve) => {
		const server = createServer();
		server.listen(0, () => {
			const address = server.address();
			server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
		});
	});
