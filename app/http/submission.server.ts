import { getZodConstraint, parseWithZod } from '@conform-to/zod/v4';
import type { z } from 'zod';
import { badRequest } from './errors.ts';

/**
 * A form's fields checked against its schema. `__intent__` and `__state__` are conform's commands to add and move
 * fields; our forms send none, and what they may do to the fields passes by every check of `formOf`: a bad request.
 */
export function submitted<T extends z.ZodType>(formData: FormData, schema: T) {
	if (formData.has('__intent__') || formData.has('__state__')) throw badRequest();
	return parseWithZod(formData, { schema });
}

/** What the browser may know of a schema: required, lengths and the like, as attributes. The schema itself stays here. */
export const constraintOf = <T extends z.ZodType>(schema: T) => getZodConstraint(schema);
