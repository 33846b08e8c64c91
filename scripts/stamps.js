import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { fromRoot, run } from './processes.js';

export const STAMP_FILE = 'build/stamp';
const LOCK_STAMP = 'node_modules/.distrikt-lock';
const SOURCES = ['app', 'db', 'public', 'scripts', 'vite.config.ts', 'remix.config.js', 'tsconfig.json', 'package.json', 'package-lock.json'];

/** Installs the packages unless those of the lock file are there already. */
export function installWhenNeeded() {
	// The version of Node belongs to it: better-sqlite3 is compiled for one.
	const wanted = `${createHash('sha256')
		.update(readFileSync(fromRoot('package-lock.json')))
		.digest('hex')} ${process.versions.modules}`;
	const stamp = fromRoot(LOCK_STAMP);
	if (existsSync(stamp) ? readFileSync(stamp, 'utf8') === wanted : isInstalled()) {
		if (!existsSync(stamp)) writeFileSync(stamp, wanted);
		return;
	}
	console.info('Installing packages (a minute or two the first time) …');
	run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund']);
	writeFileSync(stamp, wanted);
}

/** Whether somebody ran `npm ci` for exactly this lock file: npm's own record names each package and version. */
function isInstalled() {
	const record = fromRoot('node_modules/.package-lock.json');
	if (!existsSync(record)) return false;
	const present = JSON.parse(readFileSync(record, 'utf8')).packages;
	const wanted = JSON.parse(readFileSync(fromRoot('package-lock.json'), 'utf8')).packages;
	return Object.entries(wanted).every(([path, { version, optional }]) => path === '' || optional || present[path]?.version === version);
}

/** One hash over everything the build is made of. */
export function sourceStamp() {
	const hash = createHash('sha256').update(process.versions.modules);
	for (const path of SOURCES.flatMap(filesIn))
		hash
			.update(path)
			.update('\0')
			.update(readFileSync(fromRoot(path)));
	return hash.digest('hex');
}

export const isBuilt = () => existsSync(fromRoot(STAMP_FILE)) && readFileSync(fromRoot(STAMP_FILE), 'utf8') === sourceStamp();

function filesIn(path) {
	if (path === 'app/i18n/paraglide' || /project\.inlang\/(\.|cache|README)/.test(path) || !existsSync(fromRoot(path))) return [];
	if (!statSync(fromRoot(path)).isDirectory()) return [path];
	return readdirSync(fromRoot(path))
		.sort()
		.flatMap((name) => filesIn(`${path}/${name}`));
}
