import { fileURLToPath } from 'node:url';

// Each browser worker has a house of its own, so that two go on beside each other: where it answers, what it stands on,
// and how its demo people get in. (Playwright tells a worker its place among them; a new worker takes over the old one's.)
const place = Number(process.env.TEST_PARALLEL_INDEX ?? 0);

export const E2E_PORT = Number(process.env.E2E_PORT ?? 3230) + 2 * place;
export const E2E_URL = `http://localhost:${E2E_PORT}`;
/** For a spec that starts the product itself. */
export const OTHER_PORT = E2E_PORT + 1;
export const DEMO_PASSWORD = 'kirkebjerg-og-ejby';
export const E2E_FOLDER = fileURLToPath(new URL(`../../.cache/e2e/house-${place}/`, import.meta.url));
export const E2E_FILE = `${E2E_FOLDER}distrikt.db`;
