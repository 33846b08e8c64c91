/** Which SQL engine `DATABASE_URL` names: `file:…` is SQLite (the default), `postgres://…` and the tests' `pglite:` are PostgreSQL. */
export const databaseUrl = process.env.DATABASE_URL || 'file:./data/distrikt.db';

export const engine: 'sqlite' | 'postgres' = /^(postgres(ql)?|pglite):/.test(databaseUrl) ? 'postgres' : 'sqlite';

/** Path of the SQLite file; only meaningful on SQLite. */
export const sqlitePath = databaseUrl.replace(/^file:(\/\/)?/, '');
