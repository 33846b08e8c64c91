import { hasNumber } from '#app/contact-details/phones.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { editableOf, fieldTable, type Known } from '#app/record/field.ts';
import { KNOWLEDGE_OVERRIDES } from '#db/vocabulary.ts';
import { dotted } from './industry-code.ts';
import { knowledgeLabel } from './labels.ts';
import { cvrFrom, formatCvr } from './register-numbers.ts';
import { websiteFault, websiteUrl } from './website.ts';

const WEBSITE_FAULTS = {
	mail: () => m.companies_error_website_mail(),
	password: () => m.companies_error_website_password(),
	none: () => m.companies_error_website(),
};

const asTyped = (fits: (typed: string) => boolean) => (typed: string) => (fits(typed) ? typed : null);

/** As files give addresses: stricter than the form, since nobody is there to ask. */
const MAIL = /^(?!\.)(?!.*\.\.)[\p{L}0-9_'+\-.]*[\p{L}0-9_+-]@([\p{L}0-9][\p{L}0-9-]*\.)+\p{L}{2,}$/u;

/** "62.10 Computerprogrammering": the code at the beginning counts, the list only helps to find it. */
function industryFrom(typed: string, { divisions }: Known): string | null {
	const code = typed.match(/^\d{2}(?:\.?\d{1,2}(?:\.?\d{1,2})?)?(?!\d)/)?.[0].replaceAll('.', '');
	return code && divisions.has(code.slice(0, 2)) ? code : null;
}

/** The head count, its day and where it comes from: of a firm, and of one of its sites. */
export const HEADS = fieldTable({
	headcount: {
		label: () => m.companies_headcount(),
		storedLabel: () => m.companies_heads(),
		hint: () => m.companies_headcount_hint(),
		control: { is: 'heads' },
		section: 'state',
	},
	headcountOn: {
		label: () => m.companies_headcount_on(),
		hint: () => m.companies_headcount_on_hint(),
		control: { is: 'day' },
		section: 'state',
	},
	headcountSource: {
		label: () => m.companies_headcount_source(),
		hint: () => m.companies_headcount_source_hint(),
		control: { is: 'line', longest: 120 },
		section: 'state',
		isWide: true,
	},
});

/** Every field of a firm, in the order of its form. */
export const COMPANY_FIELDS = fieldTable({
	name: {
		label: () => m.companies_name(),
		control: { is: 'line', longest: 200, required: () => m.companies_error_name() },
		section: 'company',
		isFirst: true,
	},
	cvr: {
		label: () => m.companies_cvr(),
		control: { is: 'line', longest: 40, read: cvrFrom, error: () => m.companies_error_cvr(), keyboard: 'numeric' },
		section: 'company',
		isFirst: true,
		show: formatCvr,
		reading: (typed) => cvrFrom(typed) ?? typed,
		words: formatCvr,
		list: { label: () => m.companies_cvr_short(), from: 'xl' },
	},
	industry: {
		column: 'industryCode',
		label: () => m.companies_industry_code(),
		storedLabel: () => m.companies_industry(),
		hint: () => m.companies_industry_hint(),
		control: { is: 'line', longest: 200, read: industryFrom, error: () => m.companies_error_industry(), suggests: 'industry-choices' },
		section: 'company',
		isWide: true,
		isFirst: true,
		reading: (typed) => typed.match(/^[\d.]+/)?.[0].replaceAll('.', '') ?? typed,
		words: dotted,
	},
	formCode: {
		label: () => m.companies_form(),
		control: { is: 'code', pattern: /^\d{1,3}$/, error: () => m.companies_error_form(), blank: () => m.companies_unknown() },
		section: 'company',
		isFirst: true,
	},
	website: {
		label: () => m.companies_website(),
		control: {
			is: 'line',
			longest: 200,
			read: asTyped((typed) => websiteUrl(typed) !== null),
			error: (typed) => WEBSITE_FAULTS[websiteFault(typed)](),
			keyboard: 'url',
		},
		section: 'company',
		isFirst: true,
		import: {
			headings: 'hjemmeside website web www webside homepage hjemmesideadresse webadresse websted websiteurl internetadresse internet url',
			fits: (text) => text.length <= 300 && /^(https?:\/\/)?[^\s/.]+(\.[^\s/.]+)+(\/\S*)?$/i.test(text) && websiteUrl(text) !== null,
		},
	},
	phone: {
		label: () => m.companies_phone(),
		control: {
			is: 'line',
			longest: 80,
			read: asTyped(hasNumber),
			error: () => m.companies_error_phone(),
			keyboard: 'tel',
		},
		section: 'company',
		isFirst: true,
		import: {
			headings:
				'telefon telefonnummer telefonnr tlf tlfnr tlfnummer hovednummer hovedtelefon telefon1 tlf1 telefonarbejde phone phonenumber telephone businessphone workphone direktetelefon mobil mobiltelefon mobilnr mobilnummer mobiltlf mobile mobilephone telefon2 tlf2',
			fits: (text) => text.length <= 80 && hasNumber(text),
		},
	},
	email: {
		label: () => m.companies_email(),
		control: {
			is: 'line',
			longest: 200,
			read: asTyped((typed) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(typed)),
			error: () => m.companies_error_email(),
			keyboard: 'email',
		},
		section: 'company',
		isFirst: true,
		import: {
			headings:
				'email emailadresse mail mailadresse epost epostadresse elektroniskpost emailaddress email1 emailadresse1 kontaktemail kontaktmail mailadresse1 email2',
			fits: (text) => text.length <= 200 && MAIL.test(text),
		},
	},
	alternativeNames: {
		label: () => m.companies_alternative_names(),
		hint: () => m.companies_alternative_names_hint(),
		control: { is: 'lines', longest: 2_000, most: 20 },
		section: 'company',
		isWide: true,
		isFirst: true,
	},
	isProtected: {
		label: () => m.companies_protected(),
		hint: () => m.companies_protected_hint(),
		control: { is: 'tick' },
		section: 'company',
		isWide: true,
		isFirst: true,
	},
	status: {
		label: () => m.companies_status(),
		control: { is: 'code', longest: 80, blank: () => m.companies_status_not_stated() },
		section: 'state',
		isWide: true,
	},
	foundedOn: {
		label: () => m.companies_founded_on(),
		control: { is: 'day' },
		section: 'state',
		import: {
			headings:
				'stiftet stiftelsesdato stiftelse etableret etableringsdato livsforloebstartdato enhstartdato founded foundedon foundingdate established startdato startdate oprettelsesdato oprettet',
		},
	},
	ceasedOn: {
		label: () => m.companies_ceased_on(),
		control: { is: 'day' },
		section: 'state',
		import: {
			headings:
				'ophørt ophørsdato ophør ophørtdato livsforloebophørsdato enhslutdato enhophørsdato nedlagt slutdato ceased ceasedon closed closingdate enddate',
		},
	},
	...HEADS,
	knowledgeOverride: {
		label: () => m.companies_knowledge(),
		hint: () => m.companies_knowledge_hint(),
		control: {
			is: 'word',
			of: KNOWLEDGE_OVERRIDES,
			first: 'auto',
			called: (word) => knowledgeLabel(KNOWLEDGE_OVERRIDES.find((one) => one === word) ?? 'auto'),
			error: () => m.companies_error_knowledge(),
		},
		section: 'knowledge',
	},
	knowledgeReason: {
		label: () => m.companies_knowledge_reason(),
		hint: () => m.companies_knowledge_reason_hint(),
		control: { is: 'line', longest: 300 },
		section: 'knowledge',
	},
});

/** A firm's edit form as data. */
export const COMPANY_EDIT = editableOf('company', COMPANY_FIELDS);
