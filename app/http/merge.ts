/*
 * Two people in one form: a merge of three sides, field by field (base = what the form showed when it was opened,
 * mine = what it posts, theirs = what stands saved now). How an edit form takes part:
 *
 *  1. One function says what the form shows of a record: `{ version, values }`, every field as the text its control
 *     carries ('' for empty, 'on' for a ticked box), fields of several choices as a list: `shownAs(version, valuesOf(row))`.
 *  2. The loader hands on `base: baseOf(shown)`; the form carries `<BaseField base={base} lastResult={lastResult} />`,
 *     and `<ConflictPanel>` above its fields, with their labels.
 *  3. The action gives its form, its way to read the record and its way to save it to `mergeAndSave`: see
 *     `app/companies/routes/edit.tsx`. The command stays as it is: `where version = ?`, conflict when nobody has
 *     it; the form goes on with the version merged with, and null from the callback merges again.
 *  4. `clashesOf` words a clash for the panel, `togetherFlash` what was taken along (redirect). Clashes are answered (409)
 *     before faults (400): the base of the next try counts them as seen.
 *
 * Rows of lists that carry ids of their own (needs, stances, follow-ups) do not go this way: they merge by id and version.
 */

/** What one field carries: its text, or the choices of a field that takes several. */
export type FieldValue = string | readonly string[];
export type FieldValues = Readonly<Record<string, FieldValue>>;

/** A record as its edit form shows it. */
export interface Shown {
	version: number;
	values: FieldValues;
}

/** `Shown` of a form's default values: what is not there is shown empty. */
export const shownAs = (version: number, values: Readonly<Record<string, FieldValue | null | undefined>>): Shown => ({
	version,
	values: Object.fromEntries(Object.entries(values).map(([field, value]) => [field, value ?? ''])),
});

/** A field both have changed, each to something else. */
export interface Clash {
	field: string;
	mine: FieldValue;
	theirs: FieldValue;
	/** Null when no person did it: an import, a district drawn anew. */
	by: string | null;
	/** The other one is the same person, in another tab. */
	isOwn: boolean;
	at: Date;
}

/** What a refused save tells the form: the clashes, and the fields of others that the next save takes along. */
export interface EditConflict {
	clashes: Clash[];
	takenOver: string[];
}

export interface Merge {
	merged: Record<string, FieldValue>;
	/** Fields that only the others changed: their values stand in `merged`. */
	takenOver: string[];
	/** Fields both changed; `merged` carries mine until somebody decides. */
	clashes: string[];
}

interface Sides {
	/** A field left out is not known any more: then whatever differs is a clash. */
	base: FieldValues;
	mine: FieldValues;
	/** Its keys are the fields. */
	theirs: FieldValues;
	/** How a field's text is read where several texts mean the same ("DK 41 77 40 37" and "41774037"). */
	reading?: Readonly<Record<string, (text: string) => string>>;
}

/**
 * Merges three sides of one record. No value that either side has set is lost: it stands in `merged`, or its field is
 * named as a clash. Lists merge by element and never clash: what one added is in, what one took out is out.
 */
export function mergeFields({ base, mine, theirs, reading = {} }: Sides): Merge {
	const result: Merge = { merged: {}, takenOver: [], clashes: [] };
	for (const [field, stands] of Object.entries(theirs)) {
		const read = (value: FieldValue) => keyOf(value, reading[field]);
		const wanted = mine[field] ?? (typeof stands === 'string' ? '' : []);
		const shown = base[field];
		if (typeof stands !== 'string' || typeof wanted !== 'string') {
			const both = mergeLists(listOf(shown ?? []), listOf(wanted), listOf(stands), shown === undefined);
			result.merged[field] = both;
			if (read(both) !== read(wanted)) result.takenOver.push(field);
		} else if (read(wanted) === read(stands) || (shown !== undefined && read(stands) === read(shown))) {
			result.merged[field] = wanted;
		} else if (shown !== undefined && read(wanted) === read(shown)) {
			result.merged[field] = stands;
			result.takenOver.push(field);
		} else {
			result.merged[field] = wanted;
			result.clashes.push(field);
		}
	}
	return result;
}

const listOf = (value: FieldValue): readonly string[] => (typeof value === 'string' ? [value].filter(Boolean) : value);

/** What makes two values equal: browsers post line breaks as CR LF, and the server trims. */
function keyOf(value: FieldValue, reading: ((text: string) => string) | undefined): string {
	if (typeof value !== 'string') return JSON.stringify([...new Set(value)].sort());
	const text = value.replace(/\r\n?/g, '\n').trim();
	return reading ? reading(text) : text;
}

/** An element is in when both have it, or one of them added it; without a base nobody is known to have taken any out. */
function mergeLists(base: readonly string[], mine: readonly string[], theirs: readonly string[], isBaseUnknown: boolean): string[] {
	const stays = (element: string, other: readonly string[]) => isBaseUnknown || other.includes(element) || !base.includes(element);
	return [...new Set([...mine.filter((element) => stays(element, theirs)), ...theirs.filter((element) => stays(element, mine))])];
}
