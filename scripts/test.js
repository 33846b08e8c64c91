// `npm test`: everything a commit must hold, from a fresh clone; `npm run test:long`: the long rounds of what has such.
// Closes with `N passed, N failed`, the sum over all runners.
import { mkdirSync, rmSync } from 'node:fs';
import { bin, fromRoot } from './processes.js';
import { asNeeded, asOne, conclude, NOT_RUN, playwrightReport, vitestReport } from './reports.js';
import { installWhenNeeded } from './stamps.js';
import { runSteps, tableOf } from './steps.js';

installWhenNeeded();
const isLong = process.argv.includes('--long');
const reports = fromRoot('.cache/reports');
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

const reportOf = ({ name }) => `${reports}/${name.replaceAll(' ', '-')}.json`;
const script = (...args) => [process.execPath, ...args];
const vitest = (step, ...args) => ({
	...step,
	command: [bin('vitest'), 'run', ...args, '--reporter=default', '--reporter=json', `--outputFile.json=${reportOf(step)}`],
	counted: vitestReport,
});

const texts = { name: 'texts', command: ['npm', 'run', '--silent', 'i18n'], counted: asNeeded };
const build = { name: 'build', command: script('scripts/build.js'), needs: ['texts'], counted: asOne };
const http = { name: 'http', needs: ['build'] };
const postgres = { name: 'postgres', needs: ['texts'] };
const units = { name: 'units', needs: ['texts'] };

const browser = { name: 'browser', command: script('scripts/chromium.js'), takes: 0, counted: asNeeded };
const browserTests = {
	name: 'end to end',
	command: [bin('playwright'), 'test', '--reporter=line,json'],
	needs: ['build', 'browser'],
	takes: 2,
	env: { PLAYWRIGHT_JSON_OUTPUT_FILE: reportOf({ name: 'end to end' }) },
	counted: playwrightReport,
};

const EACH_COMMIT = [
	texts,
	browser,
	{ name: 'formatting and lint', command: [bin('biome'), 'check', '.'], counted: asOne },
	build,
	{ name: 'types', command: [bin('tsc'), '--noEmit'], needs: ['texts'], counted: asOne },
	vitest(http, '--config', 'vitest.http.config.ts'),
	vitest(postgres, '--config', 'vitest.postgres.config.ts', '--maxWorkers=1'),
	vitest(units, '--maxWorkers=1'),
	{ name: 'unused code', command: [bin('knip')], needs: ['texts'], counted: asOne },
	browserTests,
];
const LONG = [
	texts,
	build,
	vitest(units, 'preview-equals-outcome', '--testTimeout=900000'),
	vitest(postgres, '--config', 'vitest.postgres.config.ts', 'preview-equals-outcome', '--testTimeout=900000'),
	vitest(http, '--config', 'vitest.http.config.ts', 'malformed', 'durability', 'crowd', 'stopping', 'full-disk', '--testTimeout=900000'),
	browser,
	{ ...browserTests, command: [...browserTests.command, 'tests/e2e/typed-text.spec.ts'] },
];

if (isLong) process.env.TEST_ROUNDS = 'long';
const steps = isLong ? LONG : EACH_COMMIT;
const results = await runSteps(steps, reports);
console.info(`\n${tableOf(results)}`);
const isWell = conclude(steps.map((step, n) => (results[n].status === undefined ? NOT_RUN : step.counted(results[n], reportOf(step)))));
process.exit(isWell ? 0 : 1);
