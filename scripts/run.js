// `node scripts/run.js <command> …`: a command of the product, from source where tsx is installed, else from its bundle.
import { existsSync } from 'node:fs';
import { entries } from './entries.js';
import { ensureTexts, fromRoot, loadDotEnv } from './processes.js';

const [name = '', ...args] = process.argv.slice(2);
const source = entries[name];
if (!source) {
	console.error(`Commands: ${Object.keys(entries).join(', ')}`);
	process.exit(2);
}
loadDotEnv();
const hasSource = existsSync(fromRoot('node_modules/tsx')) && existsSync(fromRoot(source));
const entry = fromRoot(hasSource ? source : `build/node/${name}.js`);
if (!existsSync(entry)) {
	console.error('Not installed yet: run npm ci, or npm start once.');
	process.exit(1);
}
if (hasSource) {
	ensureTexts();
	const { register } = await import('tsx/esm/api');
	register();
}
process.argv = [process.execPath, entry, ...args];
await import(entry);
