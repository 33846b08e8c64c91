import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { getLocale } from '#app/i18n/paraglide/runtime.js';
import { projectRoot } from '#db/root.ts';
import { STATUS_GROUPS, type StatusGroup } from '#db/vocabulary.ts';

interface Code {
	code: string;
	da: string;
	en: string;
}
const read = <T extends Code>(file: string) =>
	parse(readFileSync(join(projectRoot, 'db', 'reference', file), 'utf8'), { columns: true, bom: true }) as T[];

let forms: Array<Code & { short: string }> | undefined;
let statuses: Array<Code & { group: string }> | undefined;
const allForms = () => {
	forms ??= read('cvr_company_forms.csv');
	return forms;
};
const allStatuses = () => {
	statuses ??= read('cvr_status.csv');
	return statuses;
};
const label = ({ da, en }: Code) => (getLocale() === 'en' ? en : da);

/** Company forms of the register to choose from, in the page's language. */
export const companyForms = () => allForms().map((form) => ({ value: form.code, label: label(form) }));

/** "80" → "Anpartsselskab"; the code itself where the register has a newer one. */
export const companyFormName = (code: string): string => companyForms().find(({ value }) => value === code)?.label ?? code;

/** The register's statuses to choose from. */
export const registerStatuses = () => allStatuses().map((status) => ({ value: status.code, label: label(status) }));

/** "UNDER KONKURS" → "Under konkurs"; other registers' words as they stand. */
export const statusName = (status: string): string => registerStatuses().find(({ value }) => value === status)?.label ?? status;

/** What a register status means for the work with the firm; undefined for a status the register does not list. */
export function statusGroupOf(status: string): StatusGroup | undefined {
	const group = allStatuses().find(({ code }) => code === status)?.group;
	return STATUS_GROUPS.find((one) => one === group);
}
