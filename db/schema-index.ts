import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('./schema/', import.meta.url);

/** Text of `db/schema/index.ts`: every file of the folder that declares a table. */
export const schemaIndex = (): string =>
	[
		'// The only barrel of the project: the client and drizzle-kit read the whole schema from here. Written by `npm run db:generate`.',
		...readdirSync(folder)
			.filter((name) => name !== 'index.ts' && / = table\(/.test(readFileSync(new URL(name, folder), 'utf8')))
			.sort()
			.map((name) => `export * from './${name}';`),
		'',
	].join('\n');
