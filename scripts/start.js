// `npm start`: from a fresh clone to a product that answers. Installs and builds only what is missing or old.
import { loadDotEnv, run } from './processes.js';
import { installWhenNeeded, isBuilt } from './stamps.js';

loadDotEnv();
installWhenNeeded();
if (!isBuilt()) {
	console.info('Building …');
	run(process.execPath, ['scripts/build.js']);
}
// In this very process: signals arrive without a middleman, and nothing is left behind when it is killed.
await import('../server.js');
