export const TEST_FOLDER = '.cache/tests';
export const BASE_FILE = `${TEST_FOLDER}/base.db`;
