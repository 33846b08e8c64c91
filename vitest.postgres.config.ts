import { defineConfig } from 'vitest/config';

// The domain's tests once more, on PostgreSQL in process (PGlite); what is SQLite's own, or asks no database, stays out.
export default defineConfig({
	test: {
		include: ['tests/*/**/*.test.ts'],
		exclude: ['tests/{e2e,http,i18n,serve,ui}/**', 'tests/db/!(parity).test.ts', 'node_modules/**'],
		globalSetup: ['tests/setup/global.postgres.ts'],
		setupFiles: ['tests/setup/worker.postgres.ts'],
		env: { DATABASE_URL: 'pglite:memory' },
		pool: 'forks',
		isolate: false,
		maxWorkers: 2,
		testTimeout: 180_000,
		hookTimeout: 300_000,
	},
});
