import { mkdirSync } from 'node:fs';
import { TEST_FOLDER } from './files.ts';

// Each worker's uploads lie apart: what one sweeps away is none of another's.
process.env.DATA_FOLDER = `${TEST_FOLDER}/data-${process.pid}`;
mkdirSync(process.env.DATA_FOLDER, { recursive: true });
