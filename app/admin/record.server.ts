import type { Kind } from '#app/record/kind.server.ts';
import { units, users } from '#db/schema/index.ts';
import { UNIT, USER } from './record.ts';

export const userKind: Kind = { ...USER, table: users };
export const unitKind: Kind = { ...UNIT, table: units };
