// Steps of a test run, some at once: each waits for those it needs and for room, and what it prints comes in one piece.
import { spawn } from 'node:child_process';
import { createWriteStream, readFileSync } from 'node:fs';
import { fromRoot } from './processes.js';

/** Cores to share out: a step takes one, or both when it measures or has two workers. */
const ROOM = 2;
// The shell says what a step's processes, and those they waited for, have cost; Node cannot.
const COUNTED = '"$@"; code=$?; times >&3; exit $code';

/**
 * Runs the steps, in their order as far as there is room. A step: `name`, `command` (program and arguments), `needs`
 * (names of steps that must have passed), `takes` (cores; 0 for one that only waits), `env`.
 * Answers each with `status`, seconds of `wall` and `cpu`; one whose needs failed is not run and has no status.
 */
export async function runSteps(steps, folder) {
	const results = new Map();
	const running = new Map();
	const waiting = [...steps];
	const isOver = ({ needs = [] }) => needs.every((name) => results.has(name));
	const mayRun = ({ needs = [] }) => needs.every((name) => results.get(name)?.status === 0);
	const taken = () => [...running.keys()].reduce((sum, { takes = 1 }) => sum + takes, 0);
	while (waiting.length > 0 || running.size > 0) {
		for (const step of waiting.filter(isOver)) {
			const { takes = 1, name } = step;
			if (!mayRun(step)) results.set(name, { name, wall: 0, cpu: 0 });
			else if (taken() + takes <= ROOM) {
				running.set(
					step,
					runStep(step, folder).then((result) => {
						results.set(name, result);
						running.delete(step);
					}),
				);
			}
			// A step that waits for both cores gets them next: none behind it takes one.
			else break;
			waiting.splice(waiting.indexOf(step), 1);
		}
		await Promise.race(running.values());
	}
	return steps.map(({ name }) => results.get(name));
}

async function runStep({ name, command, env = {} }, folder) {
	const began = performance.now();
	const log = `${folder}/${name.replaceAll(' ', '-')}.log`;
	const child = spawn('bash', ['-c', COUNTED, name, ...command], {
		cwd: fromRoot('.'),
		env: { ...process.env, ...env },
		stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
	});
	const [, out, faults, times] = child.stdio;
	const file = createWriteStream(log);
	for (const stream of [out, faults]) stream.pipe(file, { end: false });
	let spent = '';
	times.on('data', (chunk) => {
		spent += chunk;
	});
	const status = await new Promise((resolve) => child.once('close', resolve));
	await new Promise((resolve) => file.end(resolve));
	const wall = (performance.now() - began) / 1_000;
	console.info(`\n— ${name}${status === 0 ? '' : ', failed'} (${Math.round(wall)} s)\n${readFileSync(log, 'utf8').trim()}`);
	return { name, status, wall, cpu: secondsOf(spent) };
}

/** `times` has a line of the shell's own and one of its children's, like `1m2.345s 0m0.678s`. */
const secondsOf = (spent) =>
	[...(spent.split('\n')[1] ?? '').matchAll(/(\d+)m([\d.]+)s/g)].reduce((sum, [, m, s]) => sum + Number(m) * 60 + Number(s), 0);

/** What each step took, as a small table. */
export function tableOf(results) {
	const row = (name, wall, cpu) => `${name.padEnd(20)} ${wall.padStart(6)} ${cpu.padStart(6)}`;
	const rows = results.map(({ name, wall, cpu, status }) => row(name, status === undefined ? 'not run' : wall.toFixed(0), cpu.toFixed(0)));
	return [row('step', 'wall s', 'CPU s'), ...rows].join('\n');
}
