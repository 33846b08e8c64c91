import type { companies } from '#db/schema/index.ts';
import { formatCvr } from './register-numbers.ts';

/** A firm's row as its form shows it. */
export function valuesOf(
	company: Pick<typeof companies.$inferSelect, (typeof SHOWN)[number] | 'cvr' | 'alternativeNames' | 'industryCode' | 'headcount' | 'isProtected'>,
) {
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
