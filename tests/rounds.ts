/** How often a test tries: often enough to watch over each commit, or as long as `npm run test:long` has time. */
export const rounds = (perCommit: number, long: number): number => (process.env.TEST_ROUNDS === 'long' ? long : perCommit);
