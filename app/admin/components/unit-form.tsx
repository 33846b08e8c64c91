import { type SubmissionResult, useForm } from '@conform-to/react';
import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { TextField } from '#app/ui/field.tsx';
import { FormActions } from '#app/ui/form-actions.tsx';
import { UnsentNotice } from '#app/ui/unsent-notice.tsx';

interface UnitFormProps {
	lastResult: SubmissionResult | undefined;
	constraint: Parameters<typeof useForm<{ name: string }>>[0]['constraint'];
	/** The fields that tell a new unit's id or what a known one looked like, with what is to be said of them. */
	hidden: ReactNode;
	name?: string;
	deed: string;
}

export function UnitForm({ lastResult, constraint, hidden, name, deed }: UnitFormProps) {
	const [form, fields] = useForm<{ name: string }>({ id: 'unit', lastResult, constraint, defaultValue: { name } });
	return (
		<>
			<ErrorSummary form={form} />
			<UnsentNotice />
			<Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate} className="max-w-md">
				{hidden}
				<TextField label={m.people_unit_name()} meta={fields.name} autoComplete="off" autoFocus={!name} />
				<FormActions>
					<Button variant="primary">{deed}</Button>
					<ButtonLink to={paths.units()} variant="quiet">
						{m.shell_cancel()}
					</ButtonLink>
				</FormActions>
			</Form>
		</>
	);
}
