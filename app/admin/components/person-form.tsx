import { type SubmissionResult, useForm } from '@conform-to/react';
import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import { roleLabel } from '#app/auth/labels.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { SelectField, TextField } from '#app/ui/field.tsx';
import { ErrorLine } from '#app/ui/field-frame.tsx';
import { FormActions } from '#app/ui/form-actions.tsx';
import { UnsentNotice } from '#app/ui/unsent-notice.tsx';
import { ROLES } from '#db/vocabulary.ts';
import { rolesByUnit } from '../admin-values.ts';
import type { MembershipRow } from '../people.ts';

interface Fields {
	name: string;
	email: string;
	/** By the unit's id; empty = none. */
	roles: Record<string, string>;
}

interface PersonFormProps {
	lastResult: SubmissionResult | undefined;
	constraint: Parameters<typeof useForm<Fields>>[0]['constraint'];
	/** The fields that tell a new person's id or what a known one looked like, with what is to be said of them. */
	hidden: ReactNode;
	units: ReadonlyArray<{ id: string; name: string }>;
	person?: { name: string; email: string; memberships: readonly MembershipRow[] };
	deed: string;
	cancel: string;
}

/** Name, address and one role per unit. A line for every unit: giving and taking a role is one choice, with scripts or without. */
export function PersonForm({ lastResult, constraint, hidden, units, person, deed, cancel }: PersonFormProps) {
	const [form, fields] = useForm<Fields>({
		id: 'person',
		lastResult,
		constraint,
		defaultValue: { name: person?.name, email: person?.email, roles: rolesByUnit(units, person?.memberships) },
	});
	const roles = fields.roles.getFieldset();
	return (
		<>
			<ErrorSummary form={form} />
			<UnsentNotice />
			<Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
				{hidden}
				<div className="grid gap-x-4 sm:grid-cols-2">
					<TextField label={m.auth_name()} meta={fields.name} autoComplete="off" autoFocus={!person} />
					<TextField label={m.auth_email()} meta={fields.email} type="email" autoComplete="off" />
				</div>
				<fieldset id={fields.roles.id} tabIndex={-1} aria-describedby={fields.roles.errors && fields.roles.errorId}>
					<legend className="font-medium text-sm">{m.people_roles_in_units()}</legend>
					<p className="mb-2 text-muted text-sm">{m.people_roles_in_units_hint()}</p>
					<div className="grid gap-x-4 sm:grid-cols-2">
						{units.map(({ id, name }) => {
							const meta = roles[id];
							if (!meta) return null;
							return (
								<SelectField
									key={id}
									label={name}
									meta={meta}
									blank={m.people_no_role()}
									options={ROLES.map((role) => ({ value: role, label: roleLabel(role) }))}
								/>
							);
						})}
					</div>
					<ErrorLine id={fields.roles.errorId} errors={fields.roles.errors} />
				</fieldset>
				<FormActions>
					<Button variant="primary">{deed}</Button>
					<ButtonLink to={cancel} variant="quiet">
						{m.shell_cancel()}
					</ButtonLink>
				</FormActions>
			</Form>
		</>
	);
}
