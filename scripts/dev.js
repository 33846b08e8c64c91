// `npm run dev`: the same server from source. Pages reload through Vite; a change below app/serve or db restarts it.
// (Not `tsx watch`: it also watches the configuration file that Vite writes and deletes at each start.)
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { ensureTexts, fromRoot, loadDotEnv } from './processes.js';
import { installWhenNeeded } from './stamps.js';

loadDotEnv();
installWhenNeeded();
ensureTexts();
let isEnding = false;
let server = serve();
let change;
for (const folder of ['app/serve', 'db']) {
	watch(fromRoot(folder), { recursive: true }, () => {
		clearTimeout(change);
		change = setTimeout(restart, 200);
	});
}
for (const signal of ['SIGINT', 'SIGTERM']) {
	process.on(signal, () => {
		isEnding = true;
		server.kill(signal);
	});
}

function serve() {
	const child = spawn(process.execPath, ['--import', 'tsx', 'app/serve/main.server.ts'], {
		cwd: fromRoot('.'),
		stdio: 'inherit',
		env: { ...process.env, NODE_ENV: 'development' },
	});
	child.on('exit', (code) => isEnding && process.exit(code ?? 0));
	return child;
}

/** After the old one has let go of port and database; one that fell over is simply replaced. */
function restart() {
	const follow = () => {
		if (!isEnding) server = serve();
	};
	if (server.exitCode !== null || server.signalCode !== null) return follow();
	server.once('exit', follow);
	server.kill('SIGTERM');
}
