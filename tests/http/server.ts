import { type ChildProcess, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { newId } from '#db/new-id.ts';

// The built server, driven over HTTP: each test file spawns its own on a free port with its own data folder.
export const HTTP_FOLDER = fileURLToPath(new URL('../../.cache/http/', import.meta.url));
/** The demo as it stands after a first start; made once per run by base.ts. */
export const HTTP_BASE = `${HTTP_FOLDER}base/distrikt.db`;
export const HTTP_PASSWORD = 'kirkebjerg-og-ejby';

export type DemoPerson = 'erhverv' | 'beskaeftigelse' | 'leder' | 'admin';

export interface House {
	url: string;
	/** The SQLite file, for looking at what was really kept. */
	file: string;
	/** What the server printed so far. */
	output(): string;
	/** Bytes of memory it holds (Linux). */
	memory(): number;
	/** Changes the data from outside, as time and others would. */
	change(statement: string, ...values: unknown[]): void;
	/** Cookie header of a fresh sign-in, made by a row as the server would make it. */
	cookieOf(person: DemoPerson): string;
	/** Ends it as a supervisor does; answers the exit code. */
	stop(): Promise<number | null>;
	/** kill -9. */
	kill(): Promise<void>;
	/** Starts the same house again on the same data and port; answers the milliseconds until it was ready. */
	start(): Promise<number>;
}

interface Wish {
	/** `demo`: a copy of the finished demo. `none`: an empty folder. */
	data?: 'demo' | 'none';
	/** A folder that is there, such as a small disk of its own. */
	folder?: string;
	env?: Record<string, string>;
}

// One listener per house and start is meant.
process.setMaxListeners(100);
let houses = 0;

/** Spawns a built server and waits until it is ready. */
export async function openHouse({ data = 'demo', folder: given, env = {} }: Wish = {}): Promise<House> {
	houses += 1;
	const folder = given ?? `${HTTP_FOLDER}${process.pid}-${houses}/`;
	if (!given) rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	const file = `${folder}distrikt.db`;
	if (data === 'demo') copyFileSync(HTTP_BASE, file);
	const port = await freePort();
	const url = `http://localhost:${port}`;
	let child: ChildProcess | undefined;
	let exited: Promise<number | null> = Promise.resolve(null);
	let output = '';

	async function start() {
		const began = performance.now();
		const own = spawn(process.execPath, ['server.js'], {
			env: {
				...process.env,
				PORT: String(port),
				DATABASE_URL: `file:${file}`,
				DEMO: 'on',
				DEMO_PASSWORD: HTTP_PASSWORD,
				SESSION_SECRET: 'a secret for tests that is long enough',
				LOG_LEVEL: 'error',
				...env,
			},
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		child = own;
		// A failed test may never come to stop it.
		process.once('exit', () => own.kill('SIGKILL'));
		own.stdout?.on('data', (chunk) => {
			output += chunk;
		});
		own.stderr?.on('data', (chunk) => {
			output += chunk;
		});
		exited = new Promise((resolve) => own.once('exit', resolve));
		while (!(await isReady(url))) {
			if (own.exitCode !== null) throw new Error(`The server did not start:\n${output}`);
			if (performance.now() - began > 45_000) throw new Error(`The server is not ready after 45 s:\n${output}`);
			await new Promise((resolve) => setTimeout(resolve, 20));
		}
		return performance.now() - began;
	}

	await start();
	return {
		url,
		file,
		output: () => output,
		memory: () => Number(readFileSync(`/proc/${child?.pid}/status`, 'utf8').match(/VmRSS:\s+(\d+) kB/)?.[1]) * 1_000,
		change: (statement, ...values) => change(file, statement, ...values),
		cookieOf: (person) => signIn(file, `${person}@distrikt.example`),
		start,
		async stop() {
			child?.kill('SIGTERM');
			return exited;
		},
		async kill() {
			child?.kill('SIGKILL');
			await exited;
		},
	};
}

/** Everything in the database but sign-ins, as one hash: equal before and after means that nothing was written. */
export function contentHash(file: string): string {
	const connection = new Database(file, { readonly: true });
	const tables = connection
		.prepare("select name from sqlite_master where type = 'table' and name not in ('sessions', 'sqlite_sequence') order by 1")
		.pluck()
		.all() as string[];
	const hash = createHash('sha256');
	for (const table of tables) {
		hash.update(table);
		for (const row of connection.prepare(`select * from "${table}" order by 1`).raw().iterate()) hash.update(JSON.stringify(row));
	}
	connection.close();
	return hash.digest('hex');
}

/** One value asked of the file by somebody outside the server. */
export function ask(file: string, question: string, ...values: unknown[]): unknown {
	const connection = new Database(file, { readonly: true });
	try {
		return connection
			.prepare(question)
			.pluck()
			.get(...values);
	} finally {
		connection.close();
	}
}

/** Changes the file from outside the server. */
function change(file: string, statement: string, ...values: unknown[]) {
	const connection = new Database(file, { timeout: 5_000 });
	connection.prepare(statement).run(...values);
	connection.close();
}

/** Headers of a form sent by one of our own pages. */
export const FROM_OUR_PAGE = { 'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'application/x-www-form-urlencoded' };

function signIn(file: string, email: string): string {
	const token = randomBytes(32).toString('base64url');
	const connection = new Database(file, { timeout: 5_000 });
	const userId = connection.prepare('select id from users where email = ?').pluck().get(email);
	if (userId === undefined) throw new Error(`The demo has no ${email}`);
	const now = Date.now();
	connection
		.prepare('insert into sessions (id, token_hash, user_id, created_at, last_seen_at, expires_at) values (?, ?, ?, ?, ?, ?)')
		.run(newId(), createHash('sha256').update(token).digest('base64url'), userId, now, now, now + 3_600_000);
	connection.close();
	return `distrikt=${token}`;
}

async function isReady(url: string): Promise<boolean> {
	const answer = await fetch(`${url}/readyz`).catch(() => undefined);
	await answer?.body?.cancel();
	return answer?.status === 200;
}

function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const probe = createServer().once('error', reject);
		probe.listen(0, () => {
			const address = probe.address();
			probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
		});
	});
}
