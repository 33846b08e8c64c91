import { createHash } from 'node:crypto';
import { badRequest } from '#app/http/errors.ts';
import { type FieldValue, type FieldValues, type Merge, mergeFields, type Shown } from '#app/http/merge.ts';

// The form's side of the merge: the hidden `_base`, what was posted, and saving until nobody comes in between.

/** Texts beyond this travel as a digest: whether a side changed them is all the merge asks. An outline has 900 kB. */
const LONGEST_AS_TEXT = 200;
const LONGEST_BASE = 64_000;
const BASE = '_base';
const CHOICE = '_choice.';

/** `_base` for a form: the version and the values it shows, long texts as digests. */
export function baseOf({ version, values }: Shown): string {
	const texts: Record<string, FieldValue> = {};
	const digests: Record<string, string> = {};
	for (const [field, value] of Object.entries(values)) {
		if (typeof value === 'string' && value.length > LONGEST_AS_TEXT) digests[field] = digestOf(value);
		else texts[field] = value;
	}
	return JSON.stringify({ version, values: texts, digests });
}

/** One posted edit, merged with what stands saved. */
export interface Edit extends Merge {
	/** The form as it goes on from here: merged values, the version merged with, and the `_base` of the next try. */
	form: FormData;
	mine: FieldValues;
	theirs: FieldValues;
}

/**
 * Merges a posted form with the record as it is shown now. Where the form says "use theirs" (`_choice.<field>`), the
 * field counts as untouched. Only fields of `shown` are read from `_base`; one that is malformed is a bad request, one
 * that is missing leaves the version to tell whether anything changed since.
 */
export function mergedEdit(form: FormData, shown: Shown, reading?: Readonly<Record<string, (text: string) => string>>): Edit {
	const theirs = shown.values;
	const posted = Object.fromEntries(Object.keys(theirs).map((field) => [field, postedIn(form, field, theirs)]));
	const base = baseIn(form, shown, posted);
	const mine = Object.fromEntries(
		Object.entries(theirs).map(([field, value]) => [field, form.get(`${CHOICE}${field}`) === 'theirs' ? value : (posted[field] ?? '')]),
	);
	const merge = mergeFields({ base, mine, theirs, reading });
	// From now on the person has seen what the others wrote in the clashing fields, and only there.
	const seen = Object.fromEntries(
		Object.entries(theirs).map(([field, value]) => [field, merge.clashes.includes(field) ? value : (base[field] ?? value)]),
	);
	return { ...merge, mine, theirs, form: formWith(form, merge.merged, { version: shown.version, values: seen }) };
}

/**
 * Saves an edit merged with what stands saved; when somebody saves in between (null from `save`), it merges with that and
 * tries again. Each further try means that somebody else got through, so the bound is only a guard.
 */
export async function mergeAndSave<Answer>(
	form: FormData,
	current: () => Promise<Shown>,
	save: (edit: Edit) => Promise<Answer | null>,
	reading?: Readonly<Record<string, (text: string) => string>>,
): Promise<Answer> {
	for (let tries = 0; tries < 100; tries++) {
		const answer = await save(mergedEdit(form, await current(), reading));
		if (answer !== null) return answer;
	}
	throw new Error('An edit met a hundred others in a row');
}

/** Browsers post line breaks as CR LF. */
const textOf = (value: FormDataEntryValue): string => (typeof value === 'string' ? value.replace(/\r\n?/g, '\n') : '');

function postedIn(form: FormData, field: string, theirs: FieldValues): FieldValue {
	const values = form.getAll(field).map(textOf);
	return typeof theirs[field] === 'string' ? (values[0] ?? '') : values;
}

/** The values the form showed, as far as it says so: a digest stands for whichever side still has the text. */
function baseIn(form: FormData, { version, values: theirs }: Shown, posted: FieldValues): FieldValues {
	const text = form.get(BASE);
	if (text === null) return Number(form.get('version')) === version ? theirs : {};
	const given = typeof text === 'string' && text.length <= LONGEST_BASE ? objectIn(text) : null;
	const values = given && objectOf(given.values);
	const digests = given && objectOf(given.digests);
	if (!values || !digests) throw badRequest();
	const base: Record<string, FieldValue> = {};
	for (const [field, stands] of Object.entries(theirs)) {
		const value = Object.hasOwn(values, field) ? values[field] : undefined;
		const digest = Object.hasOwn(digests, field) ? digests[field] : undefined;
		if (isValue(value)) base[field] = value;
		else if (value !== undefined) throw badRequest();
		else if (typeof digest === 'string') {
			const same = [posted[field], stands].find((side) => typeof side === 'string' && digestOf(side) === digest);
			// Neither side has it any more: both have changed it, which any other text says as well.
			base[field] = same ?? `${digest}\n`;
		}
	}
	return base;
}

function objectIn(text: string): Record<string, unknown> | null {
	try {
		return objectOf(JSON.parse(text));
	} catch {
		return null;
	}
}

const objectOf = (value: unknown): Record<string, unknown> | null =>
	typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value)) : null;

const isValue = (value: unknown): value is FieldValue =>
	typeof value === 'string' || (Array.isArray(value) && value.length <= 200 && value.every((one) => typeof one === 'string'));

const digestOf = (text: string): string => createHash('sha256').update(text.replace(/\r\n?/g, '\n').trim()).digest('base64url');

function formWith(posted: FormData, merged: Merge['merged'], next: Shown): FormData {
	const form = new FormData();
	for (const [name, value] of posted) {
		if (name !== BASE && name !== 'version' && !name.startsWith(CHOICE) && !Object.hasOwn(merged, name)) form.append(name, value);
	}
	for (const [name, value] of Object.entries(merged)) for (const one of typeof value === 'string' ? [value] : value) if (one) form.append(name, one);
	form.set('version', String(next.version));
	form.set(BASE, baseOf(next));
	return form;
}
