import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { schemaIndex } from './schema-index.ts';

// Writes the list of the schema's files and the next migration for both engines: `npm run db:generate -- --name add_something`.
// SQLite tables become STRICT here, since drizzle-kit cannot say so.
const args = process.argv.slice(2);
writeFileSync(new URL('./schema/index.ts', import.meta.url), schemaIndex());
for (const [engine, url] of [
	['sqlite', 'file:./data/distrikt.db'],
	['postgres', 'postgres://localhost/distrikt'],
] as const) {
	execFileSync('npx', ['drizzle-kit', 'generate', ...args], { stdio: 'inherit', env: { ...process.env, DATABASE_URL: url } });
	if (engine === 'postgres') continue;
	const folder = new URL('./migrations/sqlite/', import.meta.url);
	for (const file of readdirSync(folder).filter((name) => name.endsWith('.sql'))) {
		const sql = readFileSync(new URL(file, folder), 'utf8');
		const strict = sql.replace(/(CREATE TABLE (?!.*VIRTUAL)[\s\S]*?\n\));/g, '$1 STRICT;');
		if (strict !== sql) writeFileSync(new URL(file, folder), strict);
	}
}
