import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { report } from '#db/cli/report.ts';
import { closeDatabase } from '#db/client.server.ts';
import { PEOPLE } from './content/people.ts';
import { seedDemo } from './demo.server.ts';
import { isEmptyHouse, type Progress } from './load-town.server.ts';
import { seedMunicipality } from './municipality.server.ts';

// `npm run db:seed [-- --scale municipality]`: fills a migrated, empty database with the demo or with a
// municipality at full size. Refuses where there are data already.

const SCALES: Readonly<Record<string, typeof seedDemo>> = { demo: seedDemo, municipality: seedMunicipality };
const NUMBERS = new Intl.NumberFormat('en-GB');
const started = performance.now();
const seconds = () => ((performance.now() - started) / 1000).toFixed(1);
const progress: Progress = (table, rows) => console.log(`${seconds().padStart(6)} s  ${NUMBERS.format(rows).padStart(9)}  ${table}`);

await report(async () => {
	const { values } = parseArgs({ options: { scale: { type: 'string', default: 'demo' } } });
	const seed = SCALES[values.scale];
	if (!seed) throw new Error(`Unknown scale "${values.scale}": ${Object.keys(SCALES).join(' or ')}.`);
	if (!(await isEmptyHouse().catch(explain)))
		throw new Error('There are data in this database already; nothing was written. npm run db:reset empties it.');
	const password = process.env.DEMO_PASSWORD || randomBytes(9).toString('base64url');
	await seed({ password }, progress);
	await closeDatabase();
	const demo = PEOPLE.filter(({ isDemo }) => isDemo).map(({ email, role }) => `  ${email.padEnd(34)}${role}`);
	return [`Done in ${seconds()} s. Demo people:`, ...demo, `  Password of all four: ${process.env.DEMO_PASSWORD ? 'DEMO_PASSWORD' : password}`].join(
		'\n',
	);
});

/** Says what to do about a database without tables. */
function explain(error: unknown): never {
	const words = error instanceof Error ? `${error.message} ${error.cause}` : '';
	if (/no such table|does not exist/.test(words)) throw new Error('The database has no tables yet: npm run db:migrate first.');
	throw error;
}
