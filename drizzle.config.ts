import { defineConfig } from 'drizzle-kit';
import { engine } from './db/engine.ts';

// DATABASE_URL chooses the engine; `npm run db:generate` runs drizzle-kit once for each.
export default defineConfig({
	schema: './db/schema/index.ts',
	out: `./db/migrations/${engine}`,
	dialect: engine === 'postgres' ? 'postgresql' : 'sqlite',
	casing: 'snake_case',
});
