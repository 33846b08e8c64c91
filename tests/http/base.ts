import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { HTTP_BASE, HTTP_FOLDER, HTTP_PASSWORD } from './server.ts';

// Once per run: a first start on an empty folder; what it leaves is the file every test copies.
export default async function setup() {
	if (!existsSync('build/node/serve.js')) throw new Error('These tests drive the built server: npm run build first');
	rmSync(HTTP_FOLDER, { recursive: true, force: true });
	mkdirSync(HTTP_FOLDER, { recursive: true });
	const env = {
		...process.env,
		PORT: '3218',
		DATABASE_URL: `file:${HTTP_BASE}`,
		DEMO: 'on',
		DEMO_PASSWORD: HTTP_PASSWORD,
		LOG_LEVEL: 'error',
	};
	const server = spawn(process.execPath, ['server.js'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
	const exited = new Promise((resolve) => server.once('exit', resolve));
	await new Promise<void>((resolve, reject) => {
		server.stdout.on('data', (chunk) => String(chunk).includes('Distrikt answers') && resolve());
		server.once('exit', (code) => reject(new Error(`The first start ended with ${code}`)));
	});
	server.kill('SIGTERM');
	await exited;
}
