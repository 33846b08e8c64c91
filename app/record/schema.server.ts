import { z } from 'zod';
import { line, optionalDay, optionalHeads, optionalLine, optionalText } from '#app/http/form-fields.server.ts';
import type { Control, Field, Fields, FirstOf, Known, LineControl, Typed } from './field.ts';

type Shape<Table extends Fields> = { -readonly [Name in keyof Table]: z.ZodType<Typed<Table[Name]['control']>> };

/** The fields of a form out of their table; its sentences are in the reader's language, so it is built per request. */
export const shapeOf = <Table extends Fields>(table: Table, known?: Known): Shape<Table> =>
	// Each one is what its control gives.
	Object.fromEntries(Object.entries(table).map(([name, { control }]) => [name, fieldOf(control, known)])) as Shape<Table>;

/** Only those that are asked for when the record is made. */
export const firstShapeOf = <Table extends Fields>(table: Table, known?: Known): Pick<Shape<Table>, FirstOf<Table>> =>
	// Of the same table, the ones that say so.
	shapeOf(Object.fromEntries(Object.entries<Field>(table).filter(([, { isFirst }]) => isFirst)), known) as unknown as Pick<
		Shape<Table>,
		FirstOf<Table>
	>;

function fieldOf(control: Control, known: Known = { divisions: new Set() }): z.ZodType {
	switch (control.is) {
		case 'line':
			return lineOf(control, known);
		case 'lines':
			return optionalText(control.longest).transform((text) =>
				[...new Set((text ?? '').split('\n').map((one) => one.trim()))].filter(Boolean).slice(0, control.most),
			);
		case 'day':
			return optionalDay();
		case 'heads':
			return optionalHeads();
		case 'tick':
			return z.boolean().optional().default(false);
		case 'word':
			return z.enum(control.of, { error: control.error() }).optional().default(control.first);
		case 'code':
			return codeOf(control);
	}
}

function lineOf({ longest, required, read, error }: LineControl, known: Known): z.ZodType {
	if (required) return line(longest, required());
	if (!read) return optionalLine(longest);
	return optionalLine(longest).transform((typed, context) => {
		if (typed === null) return null;
		const understood = read(typed, known);
		if (understood === null) context.addIssue({ code: 'custom', message: error?.(typed) ?? '' });
		return understood;
	});
}

function codeOf({ pattern, longest = 80, error }: Extract<Control, { is: 'code' }>): z.ZodType {
	if (!pattern) return optionalLine(longest);
	return z
		.string()
		.regex(pattern, { message: error?.() })
		.optional()
		.transform((code) => code ?? null);
}
