// What the runners' own reports say, in one shape: how many passed, what failed, what passed the second time only.
import { existsSync, readFileSync } from 'node:fs';
import { fromRoot } from './processes.js';

const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null);

/** A step that passes or fails as one. */
export const asOne = ({ name, status }) => (status === 0 ? { passed: 1, failures: [] } : { passed: 0, failures: [name] });

/** A step that only makes others possible: no test passes with it. */
export const asNeeded = (step) => ({ ...asOne(step), passed: 0 });

/** A step whose needs failed: they are named. */
export const NOT_RUN = { passed: 0, failures: [] };

/** A step of vitest, by its JSON report. */
export function vitestReport({ name, status }, file) {
	const report = read(file);
	if (!report) return { passed: 0, failures: [`${name}: no report`] };
	const failures = report.testResults.flatMap((suite) => {
		const broken = suite.assertionResults.filter((test) => test.status === 'failed').map(({ fullName }) => fullName);
		// A file that does not load has no tests that could fail.
		if (suite.status === 'failed' && broken.length === 0) broken.push('does not run');
		return broken.map((title) => `${suite.name.replace(fromRoot(''), '')}: ${title}`);
	});
	if (status !== 0 && failures.length === 0) failures.push(`${name}: vitest ended with an error`);
	return { passed: report.numPassedTests, failures };
}

/** A step of Playwright, by its JSON report. */
export function playwrightReport({ name, status }, file) {
	const report = read(file);
	if (!report) return { passed: 0, failures: [`${name}: no report`] };
	const specs = report.suites.flatMap(specsIn);
	const titles = (some) => some.map((spec) => `tests/e2e/${spec.file}: ${spec.title}`);
	const failures = titles(specs.filter(({ ok }) => !ok));
	if (failures.length === 0) failures.push(...report.errors.slice(0, 5).map(({ message }) => `${name}: ${message?.split('\n')[0]}`));
	if (status !== 0 && failures.length === 0) failures.push(`${name}: playwright ended with an error`);
	const shaky = titles(specs.filter(({ ok, tests }) => ok && tests.some((test) => test.status === 'flaky')));
	return { passed: report.stats.expected + report.stats.flaky, failures, shaky };
}

/** The specs of a suite and of the suites in it. */
const specsIn = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsIn)];

/** Names what failed and what was shaky, and closes with the line that counts; answers whether all is well. */
export function conclude(reports) {
	const list = (heading, names) => names.length > 0 && console.info(`\n${heading}:\n${names.map((name) => `  ${name}`).join('\n')}`);
	const failures = reports.flatMap((report) => report.failures);
	list(
		'Passed the second time only',
		reports.flatMap(({ shaky = [] }) => shaky),
	);
	list('Failed', failures);
	console.info(`\n${reports.reduce((sum, { passed }) => sum + passed, 0)} passed, ${failures.length} failed`);
	return failures.length === 0;
}
