import { getZodConstraint, parseWithZod } from '@conform-to/zod/v4';
import type { z } from 'zod';
import { badRequest } from './errors.ts';

/**
 * A form's fields checked against its schema. conform throws on a forged `__intent__` or `__state__`
 * field; that is a bad request, not a failure of ours.
 */
export function submitted<T extends z.ZodType>(formData: FormData, schema: T) {
	try {
		return parseWithZod(formData, { schema });
	} catch (error) {
		if (error instanceof SyntaxError || error instanceof TypeError || isUnknownIntent(error)) throw badRequest();
		throw error;
	}
}

const isUnknownIntent = (error: unknown) => error instanceof Error && error.message === 'Unknown form control intent';

/** What the browser may know of a schema: required, lengths and the like, as attributes. The schema itself stays here. */
export const constraintOf = <T extends z.ZodType>(schema: T) => getZodConstraint(schema);
