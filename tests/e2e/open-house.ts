import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { DEMO_PASSWORD, E2E_FILE, E2E_FOLDER, E2E_PORT, E2E_URL } from './house.ts';

/** The built product on an empty folder: each worker begins with a first start. Answers how to end it. */
export async function openHouse(): Promise<() => Promise<unknown>> {
	rmSync(E2E_FOLDER, { recursive: true, force: true });
	const settings = { PORT: String(E2E_PORT), APP_URL: E2E_URL, DATABASE_URL: `file:${E2E_FILE}`, DEMO: 'on', DEMO_PASSWORD, LOG_LEVEL: 'warn' };
	const server = spawn(process.execPath, ['server.js'], { env: { ...process.env, ...settings }, stdio: ['ignore', 'pipe', 'inherit'] });
	const ended = new Promise((resolve) => server.once('exit', resolve));
	process.once('exit', () => server.kill('SIGKILL'));
	await new Promise<void>((resolve, reject) => {
		server.stdout.on('data', (chunk) => String(chunk).includes('Distrikt answers') && resolve());
		server.once('exit', (code) => reject(new Error(`The house on port ${E2E_PORT} ended with ${code}: is it built, and the port free?`)));
	});
	return () => {
		server.kill('SIGTERM');
		return ended;
	};
}
