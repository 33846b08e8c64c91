import { fileURLToPath } from 'node:url';

/** Where the end-to-end tests' product answers, and how its demo people get in. */
export const E2E_PORT = 3217;
export const E2E_URL = `http://localhost:${E2E_PORT}`;
export const DEMO_PASSWORD = 'kirkebjerg-og-ejby';
export const E2E_FILE = fileURLToPath(new URL('../../.cache/e2e/data/distrikt.db', import.meta.url));
