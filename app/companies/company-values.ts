import { type Shown, shownAs } from '#app/http/merge.ts';
import type { companies } from '#db/schema/index.ts';
import { cvrFrom, formatCvr } from './register-numbers.ts';

type FirmRow = Pick<
	typeof companies.$inferSelect,
	(typeof SHOWN)[number] | 'cvr' | 'alternativeNames' | 'industryCode' | 'headcount' | 'isProtected' | 'version'
>;

/** What the merge of two people's edits compares. */
export const companyAsShown = (company: FirmRow): Shown => shownAs(company.version, valuesOf(company));

/** Texts that mean the same: a number with blanks, an industry with its name behind the code. */
export const COMPANY_READINGS = {
	cvr: (typed: string) => cvrFrom(typed) ?? typed,
	industry: (typed: string) => typed.match(/^[\d.]+/)?.[0].replaceAll('.', '') ?? typed,
};

/** A firm's row as its form shows it. */
export function valuesOf(company: Omit<FirmRow, 'version'>) {
	return {
		...Object.fromEntries(SHOWN.map((field) => [field, company[field]])),
		cvr: company.cvr && formatCvr(company.cvr),
		alternativeNames: company.alternativeNames.join('\n'),
		industry: company.industryCode,
		headcount: company.headcount === null ? null : String(company.headcount),
		isProtected: company.isProtected ? 'on' : '',
	};
}

const SHOWN = [
	'name',
	'formCode',
	'phone',
	'email',
	'website',
	'status',
	'foundedOn',
	'ceasedOn',
	'headcountOn',
	'headcountSource',
	'knowledgeOverride',
	'knowledgeReason',
] as const;
