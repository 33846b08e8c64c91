import { FormDataParseError, parseFormData } from '@remix-run/form-data-parser';
import { badRequest, methodNotAllowed } from './errors.ts';

/** Fields a form may carry; the longest form of the product has some 60. */
const MAX_PARTS = 200;

/**
 * The fields of a POST, capped: more than 200 fields, a broken body or another content type is a 400,
 * another method a 405. Never `request.formData()`: it takes any amount, and repeated names cost quadratic time later.
 */
export async function formOf(request: Request): Promise<FormData> {
	if (request.method !== 'POST') throw methodNotAllowed();
	const type = request.headers.get('content-type') ?? '';
	if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) throw badRequest();
	try {
		return await parseFormData(request, { maxParts: MAX_PARTS, maxTotalSize: 1_000_000, maxFiles: 0 });
	} catch (error) {
		if (error instanceof FormDataParseError || error instanceof TypeError || error instanceof SyntaxError || error instanceof RangeError) throw badRequest();
		throw error;
	}
}
