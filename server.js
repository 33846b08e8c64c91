// The production server: `npm start` builds first, `node server.js` runs what was built.
import { existsSync } from 'node:fs';
import { loadDotEnv } from './scripts/processes.js';

const entry = new URL('./build/node/serve.js', import.meta.url);
if (!existsSync(entry)) {
	console.error('Nothing is built yet: run npm start, or npm run build first.');
	process.exit(1);
}
loadDotEnv();
process.env.NODE_ENV = 'production';
process.setSourceMapsEnabled(true);
await import(entry.href);
