import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
		// Against the built server, so after a build: vitest.http.config.ts.
		exclude: ['tests/http/**', 'node_modules/**'],
		globalSetup: ['tests/setup/global.ts'],
		setupFiles: ['tests/setup/worker.ts'],
		pool: 'forks',
		// Modules are loaded once per worker; the database and what a test stubs are each file's own (tests/setup/worker.ts).
		isolate: false,
		maxWorkers: 2,
		testTimeout: 30_000,
		hookTimeout: 60_000,
	},
});
