// Serves the build on an empty folder, so that each run begins with a first start.
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../.cache/e2e/data/', import.meta.url));
rmSync(folder, { recursive: true, force: true });
process.env.DATABASE_URL = `file:${folder}distrikt.db`;
await import('../../server.js');
