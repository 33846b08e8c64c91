import { defineConfig } from 'vitest/config';

// Attacks and faults against the built server over HTTP (`npm run build` first). One file at a time: they measure.
export default defineConfig({
	test: {
		include: ['tests/http/**/*.test.ts'],
		globalSetup: ['tests/http/base.ts'],
		pool: 'forks',
		maxWorkers: 1,
		fileParallelism: false,
		testTimeout: 180_000,
		hookTimeout: 60_000,
	},
});
