import { m } from '#app/i18n/paraglide/messages.js';
import { CheckboxField, type FieldMeta, SelectField, TextArea, TextField } from '#app/ui/field.tsx';
import { dotted } from '../industry-code.ts';

export interface CompanyChoices {
	forms: ReadonlyArray<{ value: string; label: string }>;
	industries: ReadonlyArray<{ code: string; name: string }>;
}

type Metas = Record<'formCode' | 'industry' | 'alternativeNames' | 'phone' | 'email' | 'website' | 'isProtected', FieldMeta>;

/** What a firm is, beside its name and number. */
export function CompanyFields({ fields, choices }: { fields: Metas; choices: CompanyChoices }) {
	return (
		<>
			<TextField
				label={m.companies_industry_code()}
				hint={m.companies_industry_hint()}
				meta={fields.industry}
				list="industry-choices"
				autoComplete="off"
				className="sm:col-span-2"
			/>
			<datalist id="industry-choices">
				{choices.industries.map(({ code, name }) => (
					<option key={code} value={`${dotted(code)} ${name}`} />
				))}
			</datalist>
			<SelectField label={m.companies_form()} meta={fields.formCode} options={choices.forms} blank={m.companies_unknown()} />
			<TextField label={m.companies_website()} meta={fields.website} inputMode="url" autoComplete="off" />
			<TextField label={m.companies_phone()} meta={fields.phone} type="tel" autoComplete="off" />
			<TextField label={m.companies_email()} meta={fields.email} inputMode="email" autoComplete="off" />
			<TextArea
				label={m.companies_alternative_names()}
				hint={m.companies_alternative_names_hint()}
				meta={fields.alternativeNames}
				rows={2}
				className="sm:col-span-2"
			/>
			<CheckboxField label={m.companies_protected()} hint={m.companies_protected_hint()} meta={fields.isProtected} className="sm:col-span-2" />
		</>
	);
}
