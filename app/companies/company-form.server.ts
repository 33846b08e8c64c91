import { z } from 'zod';
import { line, optionalDay, optionalHeads, optionalLine, optionalText } from '#app/http/form-fields.server.ts';
import { versionField } from '#app/http/version-field.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { isId } from '#db/new-id.ts';
import { KNOWLEDGE_OVERRIDES } from '#db/vocabulary.ts';
import { cvrFrom } from './register-numbers.ts';
import { siteFields } from './site-form.server.ts';

const MAX_NAMES = 20;

const companyFields = (divisions: ReadonlySet<string>) => ({
	id: z.string().refine(isId),
	name: line(200, m.companies_error_name()),
	cvr: optionalLine(40).transform((typed, context) => {
		if (typed === null) return null;
		const cvr = cvrFrom(typed);
		if (cvr === null) context.addIssue({ code: 'custom', message: m.companies_error_cvr() });
		return cvr;
	}),
	/** One name a line. */
	alternativeNames: optionalText(2_000).transform((text) =>
		[...new Set((text ?? '').split('\n').map((name) => name.trim()))].filter(Boolean).slice(0, MAX_NAMES),
	),
	formCode: z
		.string()
		.regex(/^\d{1,3}$/, { message: m.companies_error_form() })
		.optional()
		.transform((code) => code ?? null),
	/** "62.10 Computerprogrammering": the code at the beginning counts, the list only helps to find it. */
	industry: optionalLine(200).transform((typed, context) => {
		if (typed === null) return null;
		const code = typed.match(/^\d{2}(?:\.?\d{1,2}(?:\.?\d{1,2})?)?(?!\d)/)?.[0].replaceAll('.', '');
		if (!code || !divisions.has(code.slice(0, 2))) context.addIssue({ code: 'custom', message: m.companies_error_industry() });
		return code ?? null;
	}),
	phone: optionalLine(40).refine((phone) => phone === null || /^\+?[\d\s().-]{4,}$/.test(phone), { message: m.companies_error_phone() }),
	email: optionalLine(200).refine((email) => email === null || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email), { message: m.companies_error_email() }),
	website: optionalLine(200).refine((address) => address === null || websiteUrl(address) !== null, { message: m.companies_error_website() }),
	isProtected: z.boolean().optional().default(false),
});

/** A firm registered with its first site. */
export const newCompanyForm = (divisions: ReadonlySet<string>) =>
	z.object({ ...companyFields(divisions), ...siteFields(), confirm: z.string().optional() });
export type NewCompanyInput = z.output<ReturnType<typeof newCompanyForm>>;

/** A firm revised: what is the firm's own; addresses belong to its sites. */
export const companyForm = (divisions: ReadonlySet<string>) =>
	z
		.object({
			...companyFields(divisions),
			version: versionField(),
			status: optionalLine(80),
			foundedOn: optionalDay(),
			ceasedOn: optionalDay(),
			headcount: optionalHeads(),
			headcountOn: optionalDay(),
			headcountSource: optionalLine(120),
			knowledgeOverride: z.enum(KNOWLEDGE_OVERRIDES, { error: m.companies_error_knowledge() }).optional().default('auto'),
			knowledgeReason: optionalLine(300),
		})
		.refine(({ knowledgeOverride, knowledgeReason }) => knowledgeOverride === 'auto' || Boolean(knowledgeReason), {
			path: ['knowledgeReason'],
			message: m.companies_error_knowledge_reason(),
			when: () => true,
		});
export type CompanyInput = z.output<ReturnType<typeof companyForm>>;

/** "www.firma.example" → "https://www.firma.example/"; null for anything that is not a web address. */
export function websiteUrl(typed: string): string | null {
	if (!URL.canParse(/^https?:\/\//i.test(typed) ? typed : `https://${typed}`)) return null;
	const url = new URL(/^https?:\/\//i.test(typed) ? typed : `https://${typed}`);
	return url.hostname.includes('.') ? url.href : null;
}
