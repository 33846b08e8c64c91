import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { commitmentForm } from '#app/companies/commitment-form.server.ts';
import { COMMITMENT_EDIT } from '#app/companies/commitment-values.ts';
import { companyForm } from '#app/companies/company-form.server.ts';
import { COMPANY_EDIT } from '#app/companies/fields.ts';
import { SITE_EDIT } from '#app/companies/site-edit.ts';
import { siteForm } from '#app/companies/site-form.server.ts';
import { contactForm } from '#app/contacts/contact-form.server.ts';
import { CONTACT_EDIT } from '#app/contacts/contact-values.ts';
import { districtForm } from '#app/districts/district-form.server.ts';
import { DISTRICT_EDIT } from '#app/districts/district-values.ts';
import type { Editable } from '#app/editing/editable.ts';
import { issueForm } from '#app/issues/issue-form.server.ts';
import { ISSUE_EDIT } from '#app/issues/issue-values.ts';
import { landownerForm } from '#app/landowners/landowner-form.server.ts';
import { LANDOWNER_EDIT } from '#app/landowners/landowner-values.ts';
import { needForm } from '#app/needs/need-form.server.ts';
import { NEED_EDIT } from '#app/needs/need-values.ts';
import { ownershipForm } from '#app/properties/ownership-form.server.ts';
import { OWNERSHIP_EDIT } from '#app/properties/ownership-values.ts';
import { propertyForm } from '#app/properties/property-form.server.ts';
import { PROPERTY_EDIT } from '#app/properties/property-values.ts';
import { kindOf } from '#app/record/declared.server.ts';

// A field that a form takes and does not show is erased by the next edit; one without a label is nameless where two edits meet;
// one the history has not heard of changes unseen.

interface Form {
	edit: Editable<never>;
	schema: z.ZodObject;
	/** A row's fields that are not null when there is nothing in them. */
	row?: object;
	/** Beside its controls: what a picker or a chosen word carries along. */
	carried?: string[];
	/** Told in the history, and put back by other ways than alone. */
	notBack?: string[];
}

const FORMS: Form[] = [
	{ edit: COMPANY_EDIT, schema: companyForm(new Set()), row: { alternativeNames: [] } },
	{ edit: SITE_EDIT, schema: siteForm(), row: { isMain: false }, notBack: ['point', 'district', 'isMain'] },
	{ edit: LANDOWNER_EDIT, schema: landownerForm(), carried: ['chosen', 'picked'] },
	{ edit: PROPERTY_EDIT, schema: propertyForm(), notBack: ['point', 'district'] },
	{ edit: CONTACT_EDIT, schema: contactForm() },
	{ edit: DISTRICT_EDIT, schema: districtForm(new Set()), row: { targetDivisions: [] }, carried: ['confirm'], notBack: ['boundary'] },
	{ edit: COMMITMENT_EDIT, schema: commitmentForm() },
	{ edit: OWNERSHIP_EDIT, schema: ownershipForm() },
	{ edit: NEED_EDIT, schema: needForm(), carried: ['skillId'] },
	{ edit: ISSUE_EDIT, schema: issueForm() },
];

/** Any row of which nothing is known but this. */
const blank = (row: object = {}) => new Proxy({ version: 1, ...row }, { get: (target, name) => Reflect.get(target, name) ?? null });

const fieldsOf = (schema: z.ZodObject, carried: string[]) =>
	Object.keys(schema.shape).filter((field) => !['id', 'version', ...carried].includes(field));

describe.each(FORMS)('the form of a $edit.kind', ({ edit, schema, row, carried = [], notBack = [] }) => {
	// The rows differ by kind; what is asked of them is what their own form asks.
	const shown = Object.keys(edit.shown(blank(row) as never).values);

	it('shows every field it takes, and takes every field it shows', () => {
		expect(shown.toSorted()).toEqual(fieldsOf(schema, carried).toSorted());
	});

	it('has a word for each of them', () => {
		expect(shown.filter((field) => !edit.labels()[field]?.label)).toEqual([]);
	});

	it('stands in the history with each of them, and says which can be put back alone', () => {
		const known = kindOf(edit.kind).upkeep?.fields;
		if (!known) return;
		const columns = shown.map((field) => [field, known[edit.chainNames?.[field] ?? field]] as const);
		expect(columns.filter(([, stored]) => !stored?.label()).map(([field]) => field)).toEqual([]);
		expect(columns.filter(([field, stored]) => !stored?.isRevertible !== notBack.includes(field)).map(([field]) => field)).toEqual([]);
	});
});
