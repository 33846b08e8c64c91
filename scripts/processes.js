import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** A path inside the project, wherever the script was started from. */
export const fromRoot = (path) => join(root, path);

/** A program that npm installed with the project. */
export const bin = (name) => fromRoot(`node_modules/.bin/${name}`);

/** Runs a program in the project's folder and shows what it says; ends this script where it fails. */
export function run(command, args, env = {}) {
	const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
	if (error) console.error(`${command} could not be started: ${error.message}`);
	if (status !== 0) process.exit(status ?? 1);
}

/** Reads `.env` where there is one; what the environment says already wins. */
export function loadDotEnv() {
	if (existsSync(fromRoot('.env'))) process.loadEnvFile(fromRoot('.env'));
}

/** The texts compiled as the sources use them; the build compiles its own (vite.config.ts). */
export const compileTexts = () => run('npm', ['run', '--silent', 'i18n']);

export function ensureTexts() {
	if (!existsSync(fromRoot('app/i18n/paraglide/messages.js'))) compileTexts();
}
