import { z } from 'zod';
import { versionField } from '#app/http/version-field.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { firstShapeOf, shapeOf } from '#app/record/schema.server.ts';
import { isId } from '#db/new-id.ts';
import { COMPANY_FIELDS } from './fields.ts';
import { siteFields } from './site-form.server.ts';

/** A firm registered with its first site. */
export const newCompanyForm = (divisions: ReadonlySet<string>) =>
	z.object({
		id: z.string().refine(isId),
		...firstShapeOf(COMPANY_FIELDS, { divisions }),
		...siteFields(),
		confirm: z.string().optional(),
	});
export type NewCompanyInput = z.output<ReturnType<typeof newCompanyForm>>;

/** A firm revised: what is the firm's own; addresses belong to its sites. */
export const companyForm = (divisions: ReadonlySet<string>) =>
	z
		.object({ id: z.string().refine(isId), version: versionField(), ...shapeOf(COMPANY_FIELDS, { divisions }) })
		.refine(({ knowledgeOverride, knowledgeReason }) => knowledgeOverride === 'auto' || Boolean(knowledgeReason), {
			path: ['knowledgeReason'],
			message: m.companies_error_knowledge_reason(),
			when: () => true,
		});
export type CompanyInput = z.output<ReturnType<typeof companyForm>>;
