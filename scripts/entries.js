/** Commands beside the server: name for scripts/run.js, and where each begins. */
export const entries = {
	migrate: 'db/cli/migrate.ts',
	reset: 'db/cli/reset.ts',
	seed: 'db/seed/cli.ts',
	'create-user': 'app/auth/create-user-cli.ts',
	import: 'app/exchange/cli.ts',
	'verify-audit': 'app/activity/verify-cli.ts',
	reindex: 'app/search/reindex-cli.ts',
};
