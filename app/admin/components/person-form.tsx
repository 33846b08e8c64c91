import { type SubmissionResult, useForm } from '@conform-to/react';
import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import { roleLabel } from '#app/auth/role-label.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { SelectField, TextField } from '#app/ui/field.tsx';
import { ErrorLine } from '#app/ui/field-frame.tsx';
import { FormActions } from '#app/ui/form-actions.tsx';
import { UnsentNotice } from '#app/ui/unsent-notice.tsx';
import { ROLES } from '#db/vocabulary.ts';
import type { MembershipRow } from '../people.ts';

interface Fields {
	name: string;
	email: string;
	memberships: Array<{ unitId: string; role?: string }>;
}

interface PersonFormProps {
	lastResult: SubmissionResult | undefined;
	constraint: Parameters<typeof useForm<Fields>>[0]['constraint'];
	/** The field that tells a new person's id or a known one's version. */
	hidden: ReactNode;
	units: ReadonlyArray<{ id: string; name: string }>;
	person?: { name: string; email: string; memberships: readonly MembershipRow[] };
	deed: string;
	cancel: string;
}

/** Name, address and one role per unit. A line for every unit: giving and taking a role is one choice, with scripts or without. */
export function PersonForm({ lastResult, constraint, hidden, units, person, deed, cancel }: PersonFormProps) {
	const memberships = units.map(({ id }) => ({ unitId: id, role: person?.memberships.find(({ unitId }) => unitId === id)?.role }));
	const [form, fields] = useForm<Fields>({
		id: 'person',
		lastResult,
		constraint,
		defaultValue: { name: person?.name, email: person?.email, memberships },
	});
	const lines = fields.memberships.getFieldList();
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
				<fieldset id={fields.memberships.id} tabIndex={-1} aria-describedby={fields.memberships.errors && fields.memberships.errorId}>
					<legend className="font-medium text-sm">{m.people_roles_in_units()}</legend>
					<p className="mb-2 text-muted text-sm">{m.people_roles_in_units_hint()}</p>
					<div className="grid gap-x-4 sm:grid-cols-2">
						{units.map((unit, at) => {
							const line = lines[at]?.getFieldset();
							if (!line) return null;
							return (
								<div key={unit.id}>
									<input type="hidden" name={line.unitId.name} value={unit.id} />
									<SelectField
										label={unit.name}
										meta={line.role}
										blank={m.people_no_role()}
										options={ROLES.map((role) => ({ value: role, label: roleLabel(role) }))}
									/>
								</div>
							);
						})}
					</div>
					<ErrorLine id={fields.memberships.errorId} errors={fields.memberships.errors} />
				</fieldset>
				<FormActions>
					<Button variant="primary">{deed}</Button>
					<ButtonLink to={cancel} variant="quiet">
						{m.auth_cancel()}
					</ButtonLink>
				</FormActions>
			</Form>
		</>
	);
}
