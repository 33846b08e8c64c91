import { afterAll, vi } from 'vitest';

// Files share their worker: none hands its clock or its stand-ins on to the next.
afterAll(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
	vi.restoreAllMocks();
});
