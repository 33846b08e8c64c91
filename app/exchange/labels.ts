import { m } from '#app/i18n/paraglide/messages.js';
import type { ExchangeError, ReasonCode } from './record.ts';

const REASONS: Record<ReasonCode, () => string> = {
	address_invalid: m.exchange_reason_address_invalid,
	cell_too_long: m.exchange_reason_cell_too_long,
	city_invalid: m.exchange_reason_city_invalid,
	company_archived: m.exchange_reason_company_archived,
	company_unknown: m.exchange_reason_company_unknown,
	cvr_invalid: m.exchange_reason_cvr_invalid,
	date_invalid: m.exchange_reason_date_invalid,
	district_invalid: m.exchange_reason_district_invalid,
	district_unknown: m.exchange_reason_district_unknown,
	duplicate_row: m.exchange_reason_duplicate_row,
	email_invalid: m.exchange_reason_email_invalid,
	headcount_invalid: m.exchange_reason_headcount_invalid,
	heading_again: m.exchange_reason_heading_again,
	identifier_invalid: m.exchange_reason_identifier_invalid,
	industry_invalid: m.exchange_reason_industry_invalid,
	kept_manual: m.exchange_reason_kept_manual,
	changed_meanwhile: m.exchange_reason_changed_meanwhile,
	name_alone: m.exchange_reason_name_alone,
	name_ambiguous: m.exchange_reason_name_ambiguous,
	name_invalid: m.exchange_reason_name_invalid,
	name_missing: m.exchange_reason_name_missing,
	name_only_match: m.exchange_reason_name_only_match,
	not_a_record: m.exchange_reason_not_a_record,
	p_number_invalid: m.exchange_reason_p_number_invalid,
	p_number_of_other_company: m.exchange_reason_p_number_of_other_company,
	p_unit_ceased: m.exchange_reason_p_unit_ceased,
	phone_invalid: m.exchange_reason_phone_invalid,
	point_invalid: m.exchange_reason_point_invalid,
	postal_code_invalid: m.exchange_reason_postal_code_invalid,
	source_row: m.exchange_reason_source_row,
	status_unknown: m.exchange_reason_status_unknown,
	total_row: m.exchange_reason_total_row,
	uneven_row: m.exchange_reason_uneven_row,
	value_invalid: m.exchange_reason_value_invalid,
	website_invalid: m.exchange_reason_website_invalid,
};

/** A reason in the reader's language. */
export const reasonWords = (code: ReasonCode): string => REASONS[code]();

const FAULTS: Record<ExchangeError['code'], (inputs: { detail: string }) => string> = {
	file_unreadable: m.exchange_fault_file_unreadable,
	file_too_large: m.exchange_fault_file_too_large,
	file_empty: m.exchange_fault_file_empty,
	file_is_archive: m.exchange_fault_file_is_archive,
	file_is_binary: m.exchange_fault_file_is_binary,
	file_is_pdf: m.exchange_fault_file_is_pdf,
	file_is_web_page: m.exchange_fault_file_is_web_page,
	file_is_workbook: m.exchange_fault_file_is_workbook,
	file_is_xml: m.exchange_fault_file_is_xml,
	header_row_unknown: m.exchange_fault_header_row_unknown,
	no_name_column: m.exchange_fault_no_name_column,
	too_many_rows: m.exchange_fault_too_many_rows,
	csv_broken: m.exchange_fault_csv_broken,
	json_broken: m.exchange_fault_json_broken,
	json_unknown: m.exchange_fault_json_unknown,
	no_key_column: m.exchange_fault_no_key_column,
	map_column_unknown: m.exchange_fault_map_column_unknown,
	map_field_unknown: m.exchange_fault_map_field_unknown,
	batch_unknown: m.exchange_fault_batch_unknown,
	batch_undone: m.exchange_fault_batch_undone,
	notes_unwritable: m.exchange_fault_notes_unwritable,
	usage: m.exchange_fault_usage,
	concurrent_import: m.exchange_fault_concurrent_import,
};

/** Why a file was not taken in, as one sentence. */
export const faultWords = ({ code, detail }: ExchangeError): string => FAULTS[code]({ detail });
