import type { SizeClass, StatusGroup, Verdict } from '#db/vocabulary.ts';
import type { PlainField } from './fields.ts';

// What a row of any file is once it is read, and what becomes of it. Browser-safe.

/** Why a row failed or was left out, or what was passed over in it; worded in `words.ts`. */
export type ReasonCode =
	| 'address_invalid'
	| 'ceases_later'
	| 'ceasing_unknown'
	| 'cell_too_long'
	| 'changed_meanwhile'
	| 'city_invalid'
	| 'company_archived'
	| 'company_unknown'
	| 'cvr_invalid'
	| 'date_invalid'
	| 'date_later'
	| 'district_invalid'
	| 'district_unknown'
	| 'duplicate_row'
	| 'email_invalid'
	| 'form_unknown'
	| 'further_value'
	| 'headcount_invalid'
	| 'heading_again'
	| 'identifier_invalid'
	| 'industry_invalid'
	| 'joined_by_name'
	| 'kept_manual'
	| 'letters_lost'
	| 'name_alone'
	| 'name_ambiguous'
	| 'name_invalid'
	| 'name_missing'
	| 'name_only_match'
	| 'not_a_record'
	| 'number_shortened'
	| 'p_number_invalid'
	| 'p_number_of_other_company'
	| 'p_numbers_several'
	| 'p_unit_ceased'
	| 'phone_invalid'
	| 'point_abroad'
	| 'point_half'
	| 'point_invalid'
	| 'point_swapped'
	| 'postal_code_invalid'
	| 'protection_unknown'
	| 'quote_open'
	| 'site_moved'
	| 'source_row'
	| 'spreadsheet_error'
	| 'status_unknown'
	| 'total_row'
	| 'uneven_row'
	| 'value_invalid'
	| 'website_invalid'
	| 'year_guessed';

export interface Reason {
	code: ReasonCode;
	/** The column of the file, or the field, it is about. */
	column?: string;
	/** What stood there, where it was not understood; told in the report, never stored. */
	value?: string;
}

/** Rows that were never meant as firms: passed over, not failed. */
const LEFT_OUT: ReadonlySet<ReasonCode> = new Set(['heading_again', 'name_alone', 'source_row', 'total_row']);
export const isLeftOut = ({ code }: Reason): boolean => LEFT_OUT.has(code);

/** "headcount_invalid (Antal ansatte)": how a reason is stored. */
export const reasonText = ({ code, column }: Reason): string => (column ? `${code} (${column})` : code);

/** Heads at a firm or a site as a file gives them; the class alone where the exact figure is not public. */
export interface Heads {
	headcount: number | null;
	sizeClass: SizeClass | null;
	/** Day the figure is of; null when the file does not say. */
	on: string | null;
}

/** What a row says, read and parsed; a key left out is not in the file or blank there, and never empties anything. */
export interface Values extends Partial<Record<PlainField, string>> {
	cvr?: string;
	name?: string;
	alternativeNames?: string[];
	identifiers?: Array<{ scheme: string; value: string }>;
	formCode?: string;
	status?: string;
	statusGroup?: StatusGroup;
	industryCode?: string;
	industryText?: string;
	industryScheme?: 'DB07' | 'DB25';
	industryFrom?: string;
	isProtected?: boolean;
	/** Heads at the whole firm. */
	companyHeads?: Heads;
	pNumber?: string;
	siteName?: string;
	address?: string;
	postalCode?: string;
	city?: string;
	lat?: number;
	lon?: number;
	/** Name of the district in the file. */
	district?: string;
	/** Heads at this address. */
	siteHeads?: Heads;
}

export interface SourceRow {
	/** Line of the file, header = 1; for JSON the position of the record, first = 1. */
	no: number;
	/** A firm (with its site), or a P-unit that needs its firm to be known. */
	kind: 'company' | 'unit';
	values: Values;
	/** Why the row could not be read at all. */
	fault?: Reason;
	/** What was passed over while reading. */
	notes: Reason[];
	/** Field → column, to name the column in a reason. */
	columns?: Partial<Record<keyof Values, string>>;
}

/** What was found out about the file. */
export interface Reading {
	format: 'csv' | 'cvr-json';
	encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'cp850' | 'macintosh';
	bom: boolean;
	/** Letters encoded twice were put right. */
	isDoubled?: boolean;
	/** Line of the headings, where that is not the first. */
	headingRow?: number;
	delimiter?: ';' | ',' | '\t' | '|';
	decimals?: 'comma' | 'point' | 'none';
	dates?: 'iso' | 'day-first' | 'month-first' | 'ambiguous' | 'none';
	/** Columns that count only where another of the same field is empty. */
	fallbacks?: string[];
	/** Columns no field was found for, in the order of the file. */
	unmatched: string[];
}

export interface ReadFile {
	reading: Reading;
	/** Column → field. */
	mapping: Record<string, string>;
	/** Where the values come from, for the provenance of each field. */
	source: 'cvr' | 'file';
	rows: SourceRow[];
}

/** Field → [before, after]; fields of the site begin with "site.". */
export type Diff = Record<string, [unknown, unknown]>;

export interface RowOutcome {
	no: number;
	verdict: Verdict;
	reasons: Reason[];
	diff: Diff;
}

/** A file that cannot be taken in, or a wish that cannot be met; `code` is worded in `words.ts`. */
export class ExchangeError extends Error {
	override name = 'ExchangeError';
	constructor(
		readonly code:
			| 'file_unreadable'
			| 'file_too_large'
			| 'file_empty'
			| 'file_is_archive'
			| 'file_is_binary'
			| 'file_is_pdf'
			| 'file_is_web_page'
			| 'file_is_workbook'
			| 'file_is_xml'
			| 'header_row_unknown'
			| 'no_name_column'
			| 'too_many_rows'
			| 'json_broken'
			| 'json_unknown'
			| 'no_key_column'
			| 'map_column_unknown'
			| 'map_field_unknown'
			| 'batch_closed'
			| 'batch_running'
			| 'batch_unknown'
			| 'batch_undone'
			| 'notes_unwritable'
			| 'usage'
			| 'concurrent_import',
		readonly detail = '',
	) {
		super(`${code} ${detail}`.trim());
	}
}
