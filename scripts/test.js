// `npm test`: everything, from a fresh clone. Closes with `N passed, N failed`, the sum over all runners.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { ensureChromium } from './chromium.js';
import { bin, compileTexts, fromRoot } from './processes.js';
import { installWhenNeeded } from './stamps.js';

installWhenNeeded();
const reports = fromRoot('.cache/reports');
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
let passed = 0;
const failures = [];
const shaky = [];

check('formatting and lint', bin('biome'), ['check', '.']);
compileTexts();
check('types', bin('tsc'), ['--noEmit']);
check('unused code', bin('knip'), []);
vitest('units', []);
vitest('postgres', ['--config', 'vitest.postgres.config.ts']);
if (check('build', process.execPath, ['scripts/build.js'])) {
	vitest('http', ['--config', 'vitest.http.config.ts']);
	playwright();
}
conclude();

/** A step that passes or fails as one. */
function check(name, command, args, env = {}) {
	console.info(`\n— ${name}`);
	const { status } = spawnSync(command, args, { cwd: fromRoot('.'), stdio: 'inherit', env: { ...process.env, ...env } });
	if (status === 0) passed += 1;
	else failures.push(name);
	return status === 0;
}

function vitest(name, args) {
	const file = `${reports}/${name}.json`;
	const { ok, report } = collect(name, bin('vitest'), ['run', ...args, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`], file);
	if (!report) return;
	passed += report.numPassedTests;
	const before = failures.length;
	for (const suite of report.testResults) {
		const broken = suite.assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName);
		// A file that does not load has no tests that could fail.
		if (suite.status === 'failed' && broken.length === 0) broken.push('does not run');
		failures.push(...broken.map((title) => `${suite.name.replace(fromRoot(''), '')}: ${title}`));
	}
	if (!ok && failures.length === before) failures.push(`${name}: vitest ended with an error`);
}

function playwright() {
	ensureChromium();
	const file = `${reports}/playwright.json`;
	const { ok, report } = collect('end to end', bin('playwright'), ['test', '--reporter=line,json'], file, { PLAYWRIGHT_JSON_OUTPUT_FILE: file });
	if (!report) return;
	passed += report.stats.expected + report.stats.flaky;
	const before = failures.length;
	for (const spec of report.suites.flatMap(specsIn)) {
		if (!spec.ok) failures.push(`tests/e2e/${spec.file}: ${spec.title}`);
		else if (spec.tests.some(({ status }) => status === 'flaky')) shaky.push(`tests/e2e/${spec.file}: ${spec.title}`);
	}
	failures.push(...report.errors.slice(0, failures.length === before ? 5 : 0).map(({ message }) => `end to end: ${message?.split('\n')[0]}`));
	if (!ok && failures.length === before) failures.push('end to end: playwright ended with an error');
}

/** The specs of a suite and of the suites in it. A declaration: the steps above run before this line is reached. */
function specsIn(suite) {
	return [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsIn)];
}

/** Runs a test runner that writes a report; without one the whole runner counts as one failure. */
function collect(name, command, args, file, env = {}) {
	console.info(`\n— ${name}`);
	const { status } = spawnSync(command, args, { cwd: fromRoot('.'), stdio: 'inherit', env: { ...process.env, ...env } });
	if (existsSync(file)) return { ok: status === 0, report: JSON.parse(readFileSync(file, 'utf8')) };
	failures.push(`${name}: no report`);
	return { ok: false };
}

function conclude() {
	if (shaky.length > 0) console.info(`\nPassed the second time only:\n${shaky.map((test) => `  ${test}`).join('\n')}`);
	if (failures.length > 0) console.info(`\nFailed:\n${failures.map((failure) => `  ${failure}`).join('\n')}`);
	console.info(`\n${passed} passed, ${failures.length} failed`);
	process.exit(failures.length > 0 ? 1 : 0);
}
