import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { projectRoot } from '#db/root.ts';

// The municipality everything is measured in: 5,000 firms and 50,000 talks, made once and copied for each run.
export const BENCH_FOLDER = join(projectRoot, '.cache/bench');
const MADE_FROM = ['db/migrations/sqlite', 'db/seed'];

/** A fresh copy of the municipality, with the planner's statistics; answers the path of its file. */
export function freshTown(): string {
	mkdirSync(BENCH_FOLDER, { recursive: true });
	const made = join(BENCH_FOLDER, `municipality-${stamp()}.db`);
	if (!existsSync(made)) make(made);
	const copy = join(BENCH_FOLDER, 'run/distrikt.db');
	rmSync(join(BENCH_FOLDER, 'run'), { recursive: true, force: true });
	mkdirSync(join(BENCH_FOLDER, 'run'));
	copyFileSync(made, copy);
	return copy;
}

/** Made under another name first: an interrupted seeding is never taken for a town. */
function make(file: string) {
	console.info('Making the municipality (a minute or two, once) …');
	const half = `${file}.half`;
	for (const left of readdirSync(BENCH_FOLDER).filter((name) => name.startsWith('municipality'))) rmSync(join(BENCH_FOLDER, left));
	for (const command of [['migrate'], ['seed', '--scale', 'municipality'], ['reindex']]) {
		const { status, stderr } = spawnSync(process.execPath, ['scripts/run.js', ...command], {
			cwd: projectRoot,
			env: { ...process.env, DATABASE_URL: `file:${half}`, DEMO_PASSWORD: 'kun-til-maalinger' },
			encoding: 'utf8',
		});
		if (status !== 0) throw new Error(`${command.join(' ')} failed:\n${stderr}`);
	}
	const connection = new Database(half);
	connection.exec('ANALYZE');
	connection.pragma('wal_checkpoint(TRUNCATE)');
	connection.close();
	renameSync(half, file);
}

/** Changes with what the town is made from. */
function stamp(): string {
	const hash = createHash('sha256');
	for (const folder of MADE_FROM)
		for (const name of readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' }).sort())
			if (/\.(ts|sql)$/.test(name)) hash.update(name).update(readFileSync(join(projectRoot, folder, name)));
	return hash.digest('hex').slice(0, 12);
}
