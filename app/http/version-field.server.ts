import { z } from 'zod';
import { badRequest } from './errors.ts';

/** The highest version a form may name: the one after it is the last number PostgreSQL keeps in its column. */
const LAST = 2_147_483_646;

/** The version of a record its form showed, as a field of the form. */
export const versionField = () => z.number().int().min(1).max(LAST);

/** The version a form without a schema names; anything but a whole number from one on is a 400. */
export function versionIn(form: FormData): number {
	const text = form.get('version');
	const version = typeof text === 'string' && /^\d{1,10}$/.test(text) ? Number(text) : 0;
	if (version < 1 || version > LAST) throw badRequest();
	return version;
}
