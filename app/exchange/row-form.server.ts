import { z } from 'zod';
import { cvrFrom, pNumberFrom } from '#app/companies/register-numbers.ts';
import { isOfOurTimes } from '#app/days/days.ts';
import { withoutUnseen } from '#app/http/unseen.ts';
import { isDay, PLAIN, PLAIN_FIELDS, type PlainField } from './fields.ts';
import type { Reason, ReasonCode, SourceRow, Values } from './record.ts';

// What a value must be to be written. Only a name that is none fails the row; anything else is left out, and it says so.

const line = (max: number) => z.string().trim().min(1).max(max);
const heads = z.object({
	headcount: z.number().int().min(0).max(1_000_000).nullable(),
	sizeClass: z.string().nullable(),
	on: z.string().nullable(),
});

const HARD: Partial<Record<keyof Values, { schema: z.ZodType; code: ReasonCode }>> = {
	name: { schema: line(300), code: 'name_invalid' },
};

const calendarDay = z.iso.date().refine(isOfOurTimes);

const CODES: Partial<Record<PlainField, ReasonCode>> = { phone: 'phone_invalid', email: 'email_invalid', website: 'website_invalid' };

function plainSchema(field: PlainField): z.ZodType {
	if (isDay(field)) return calendarDay;
	const { fits = () => true } = PLAIN[field].import;
	return line(300).refine(fits);
}

const SOFT: Partial<Record<keyof Values, { schema: z.ZodType; code: ReasonCode }>> = {
	siteName: { schema: line(300), code: 'name_invalid' },
	pNumber: { schema: z.string().refine((text) => pNumberFrom(text) !== null), code: 'p_number_invalid' },
	address: { schema: line(300), code: 'address_invalid' },
	postalCode: { schema: line(20), code: 'postal_code_invalid' },
	city: { schema: line(100), code: 'city_invalid' },
	district: { schema: line(100), code: 'district_invalid' },
	lat: { schema: z.number().min(-90).max(90), code: 'point_invalid' },
	lon: { schema: z.number().min(-180).max(180), code: 'point_invalid' },
	identifiers: { schema: z.array(z.object({ scheme: line(100), value: line(200) })).max(20), code: 'identifier_invalid' },
	companyHeads: { schema: heads, code: 'headcount_invalid' },
	siteHeads: { schema: heads, code: 'headcount_invalid' },
	// Every known number passes the register's check; one that does not is a slip of the file, and the row is still a firm.
	cvr: { schema: z.string().refine((text) => cvrFrom(text) !== null), code: 'cvr_invalid' },
	industryCode: { schema: z.string().regex(/^\d{2,6}$/), code: 'industry_invalid' },
	industryText: { schema: line(300), code: 'industry_invalid' },
	...Object.fromEntries(
		PLAIN_FIELDS.map((field) => [field, { schema: plainSchema(field), code: isDay(field) ? 'date_invalid' : (CODES[field] ?? 'value_invalid') }]),
	),
};

/** The row as it may be written: numbers in their one form, soft faults taken out and noted, the first hard fault named. */
export function checked(row: SourceRow): SourceRow {
	if (row.fault) return row;
	const values: Values = { ...row.values };
	const notes: Reason[] = [...row.notes];
	for (const [key, { schema, code }] of entries(HARD)) {
		if (values[key] !== undefined && !schema.safeParse(values[key]).success) return { ...row, fault: { code, column: row.columns?.[key] } };
	}
	for (const [key, { schema, code }] of entries(SOFT)) {
		if (values[key] === undefined || schema.safeParse(values[key]).success) continue;
		const value = values[key];
		notes.push({ code, column: row.columns?.[key], value: typeof value === 'string' ? value.slice(0, 80) : undefined });
		delete values[key];
	}
	if (values.cvr) values.cvr = cvrFrom(values.cvr) ?? undefined;
	if (values.pNumber) values.pNumber = pNumberFrom(values.pNumber) ?? undefined;
	if (values.name) values.name = withoutUnseen(values.name).trim();
	if (values.siteName) values.siteName = withoutUnseen(values.siteName).trim();
	return { ...row, values, notes };
}

/** Object.entries with its keys' type kept. */
function entries<V>(map: Partial<Record<keyof Values, V>>): Array<[keyof Values, V]> {
	return Object.entries(map) as Array<[keyof Values, V]>;
}
