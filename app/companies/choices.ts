import type { Choices } from '#app/record/field.ts';
import { dotted } from './industry-code.ts';

export interface CompanyChoices {
	forms: Choices[string];
	industries: ReadonlyArray<{ code: string; name: string }>;
	statuses?: Choices[string];
}

/** The page's lists, by the fields of a firm they belong to. */
export const choicesOf = ({ forms, industries, statuses = [] }: CompanyChoices): Choices => ({
	industry: industries.map(({ code, name }) => ({ value: `${dotted(code)} ${name}`, label: '' })),
	formCode: forms,
	status: statuses,
});
