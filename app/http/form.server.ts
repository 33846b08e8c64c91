import { parseFormData } from '@remix-run/form-data-parser';
import { badRequest, methodNotAllowed } from './errors.ts';

/** Fields a form may carry; the longest form of the product has some 60. */
const MAX_PARTS = 200;
/** Longest name of a field; a thousand levels of `a.a.a` would exhaust conform's stack. */
const MAX_NAME = 100;
/** At most one index, of two digits: conform makes a list as long as its highest index, and of `x[4294967294]` the process dies. */
const NAME = /^[^[\]]*(?:\[\d{1,2}\][^[\]]*)?$/;

/**
 * The fields of a POST, capped: more than 200 fields, a broken body or another content type is a 400,
 * another method a 405. Never `request.formData()`: it takes any amount, and repeated names cost quadratic time later.
 */
export async function formOf(request: Request): Promise<FormData> {
	if (request.method !== 'POST') throw methodNotAllowed();
	const type = request.headers.get('content-type') ?? '';
	if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) throw badRequest();
	const form = new FormData();
	for (const [name, value] of await parsed(request)) {
		// PostgreSQL stores no NUL, and no keyboard types one.
		if (!isName(name) || typeof value !== 'string' || value.includes('\0')) throw badRequest();
		// Browsers send a line break as two signs: a text of 9,999 is not to be too long for 10,000.
		form.append(name, value.replace(/\r\n?/g, '\n'));
	}
	return form;
}

/** A name our forms could have. `email.toString` would make an object that breaks wherever its text is asked for. */
const isName = (name: string): boolean =>
	name.length <= MAX_NAME && NAME.test(name) && !name.includes('\0') && !name.split(/[.[\]]/).some((part) => part in Object.prototype);

async function parsed(request: Request): Promise<FormData> {
	try {
		return await parseFormData(request, { maxParts: MAX_PARTS, maxTotalSize: 1_000_000, maxFiles: 0 });
	} catch {
		// The server hands the body over whole, so whatever fails here lies in what was sent.
		throw badRequest();
	}
}

/**
 * A form's text fields in order, for keeping: files are left out, and so is what looks like a secret. Null for anything
 * `formOf` would refuse, and for more than `mostBytes` of text.
 */
export async function textFieldsOf(request: Request, mostBytes: number): Promise<Array<[string, string]> | null> {
	const type = request.headers.get('content-type') ?? '';
	if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) return null;
	// Files are read past, never kept: the handler answers nothing.
	const form = await parseFormData(request, { maxParts: MAX_PARTS, maxTotalSize: 1_000_000 }, () => undefined).catch(() => null);
	if (!form) return null;
	const fields: Array<[string, string]> = [];
	for (const [name, value] of form) {
		if (!isName(name) || typeof value !== 'string' || value.includes('\0')) return null;
		if (!/password|secret|token/i.test(name)) fields.push([name, value]);
	}
	return Buffer.byteLength(JSON.stringify(fields)) <= mostBytes ? fields : null;
}
