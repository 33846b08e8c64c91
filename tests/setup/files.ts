/** Another folder lets two runs go on beside each other. */
export const TEST_FOLDER = process.env.TEST_FOLDER || '.cache/tests';
export const BASE_FILE = `${TEST_FOLDER}/base.db`;
export const POSTGRES_BASE = `${TEST_FOLDER}/base.tar`;
