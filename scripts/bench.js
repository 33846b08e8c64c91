// `npm run bench [-- --quick]`: what pages of the built product cost, beside a bare Remix page in the same run.
// Shows figures and writes them to .cache/bench/report.json; no time makes it fail.
import { bin, fromRoot, run } from './processes.js';
import { installWhenNeeded, isBuilt } from './stamps.js';

installWhenNeeded();
if (!isBuilt()) run(process.execPath, ['scripts/build.js']);
process.chdir(fromRoot('.'));
run(bin('tsx'), ['tests/bench/main.ts', ...process.argv.slice(2)], { NODE_ENV: 'production' });
