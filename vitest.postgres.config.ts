import { defineConfig } from 'vitest/config';

// The domain's tests once more, on PostgreSQL in process (PGlite); what is SQLite's own stays out.
export default defineConfig({
	test: {
		include: [
			'tests/{activity,auth,admin,findable,drafts,skills,companies,landowners,contacts,districts,subjects,touches,days,follow-ups,needs,stances,issues,attachments,prep,my-day,dialogues,editing,exchange,search,upkeep}/**/*.test.ts',
			'tests/db/parity.test.ts',
		],
		globalSetup: ['tests/setup/global.postgres.ts'],
		setupFiles: ['tests/setup/worker.postgres.ts'],
		env: { DATABASE_URL: 'pglite:memory' },
		pool: 'forks',
		maxWorkers: 2,
		testTimeout: 180_000,
		hookTimeout: 300_000,
	},
});
