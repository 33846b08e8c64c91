import { DrizzleQueryError } from 'drizzle-orm/errors';
import { expect, it } from 'vitest';
import { errorWithoutValues } from '#app/serve/error-line.ts';

const NOTE = 'Bageren vil sælge, siger det ikke til nogen';

it('a failed query is logged with its statement and code, never with what was written', () => {
	const said = Object.assign(new Error(`invalid input: "${NOTE}"`), { code: '22P02', severity: 'ERROR', detail: `Key (note)=(${NOTE})` });
	const logged = JSON.stringify(errorWithoutValues(new DrizzleQueryError('insert into dialogues (note) values ($1)', [NOTE], said)));
	expect(logged).not.toContain('Bageren');
	expect(logged).toContain('insert into dialogues (note) values ($1)');
	expect(logged).toContain('22P02');
	expect(logged).toContain('error-line.test.ts');
});

it('what is thrown and is no error is named by its kind only', () => {
	expect(JSON.stringify(errorWithoutValues(NOTE))).toBe('{"type":"string"}');
});
