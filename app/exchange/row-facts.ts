import { fold } from '#db/fold.ts';
import type { Dialect } from './dialect.ts';
import { isDay, PLAIN_FIELDS } from './fields.ts';
import { industryOf } from './numbers.ts';
import type { Values } from './record.ts';
import type { Cell, Row } from './row.ts';
import { dayFrom, hasShortYear, headsFrom, knownStatus, yesOrNo } from './values.ts';

// What a row says of a firm in words of a closed list, days and counts.

const DAYS = PLAIN_FIELDS.filter(isDay);

export function dayFields(row: Row, { dates, today }: Dialect): Values {
	const days: Values = {};
	for (const field of DAYS) {
		const cell = row.first(field);
		if (!cell || /^0*(?:[-./]0+)*$/.test(cell.text)) continue;
		const day = dayFrom(cell.text, dates, today);
		if (field === 'ceasedOn') Object.assign(days, ceasing(row, cell, day, today));
		else if (!day) row.note('date_invalid', cell);
		else if (day > today) row.note('date_later', cell);
		else days[field] = day;
		if (day && hasShortYear(cell.text)) row.note('year_guessed', cell);
	}
	return days;
}

/** A firm that has ceased is never taken for one that has not without a word. */
function ceasing(row: Row, cell: Cell, day: string | null, today: string): Values {
	if (day && day <= today) return { ceasedOn: day, statusGroup: 'ceased' };
	if (day) row.note('ceases_later', cell);
	else if (yesOrNo(cell.text) === true || /^(?:ophoert|lukket|nedlagt)$/.test(fold(cell.text))) return { statusGroup: 'ceased' };
	else if (yesOrNo(cell.text) === null) row.note('ceasing_unknown', cell);
	return {};
}

export function classified(row: Row, { forms }: Dialect): Values {
	const values: Values = {};
	const status = row.first('status');
	if (status) {
		const group = knownStatus(status.text);
		values.status = status.text;
		if (group) values.statusGroup = group;
		else row.note('status_unknown', status);
	}
	const [form, ...others] = row.all('form');
	values.formCode = [form, ...others].map((cell) => cell && formFrom(cell.text, forms)).find((code) => code !== undefined);
	if (form && !values.formCode) row.note('form_unknown', form);
	const isProtected = row.first('isProtected');
	if (isProtected) {
		values.isProtected = yesOrNo(isProtected.text) ?? undefined;
		if (values.isProtected === undefined) row.note('protection_unknown', isProtected);
	}
	return values;
}

/** "Anpartsselskab (ApS)", "Aktieselskab - A/S", "60.0": the whole, then each part of it. */
function formFrom(text: string, forms: ReadonlyMap<string, string>): string | undefined {
	const key = (word: string) => fold(word).replaceAll(' ', '');
	const parts = [text, text.replace(/\.0+$/, ''), ...text.split(/\s*[()]\s*|\s+[-–]\s+|:\s+/)].filter(Boolean);
	const codes = new Set(parts.map((part) => forms.get(key(part))).filter((code) => code !== undefined));
	return codes.size === 1 ? [...codes][0] : forms.get(key(text));
}

/** Columns headed "Branche" hold the code, the words or both. */
export function industry(row: Row): Values {
	const own = row.first('industryCode');
	const read = own ? industryOf(own.text) : null;
	if (own && !read) row.note('industry_invalid', own);
	const words: string[] = read?.words ? [read.words] : [];
	let code = read?.code;
	for (const { text } of row.all('industryText')) {
		const both = /^\d{4,}|^\d{1,2}\.\d/.test(text) ? industryOf(text) : null;
		code ??= both?.code;
		words.push(both ? both.words : text);
	}
	return { industryCode: code, industryText: [...new Set(words.filter(Boolean))].join(', ') || undefined };
}

export function heads(row: Row, { decimals }: Dialect): Values {
	for (const cell of row.all('headcount')) {
		const read = headsFrom(cell.text, decimals);
		if (read) return { siteHeads: { ...read, on: null } };
		row.note('headcount_invalid', cell);
	}
	return {};
}
