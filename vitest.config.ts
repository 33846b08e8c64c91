import { defineConfig } from 'vitest/config';

export default defineConfig({
	oxc: { jsx: { runtime: 'automatic' } },
	test: {
		include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
		globalSetup: ['tests/setup/global.ts'],
		setupFiles: ['tests/setup/worker.ts'],
		pool: 'forks',
		maxWorkers: 2,
		testTimeout: 30_000,
		hookTimeout: 60_000,
	},
});
