import { type SubmissionResult, useForm } from '@conform-to/react';
import { Form } from '@remix-run/react';
import { m } from '#app/i18n/paraglide/messages.js';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { TextArea } from '#app/ui/field.tsx';
import { UnsentNotice } from '#app/ui/unsent-notice.tsx';

/** Closes a matter with what came of it. */
export function ResolveIssue({ lastResult, outcome }: { lastResult: SubmissionResult<string[]> | undefined; outcome: string | null }) {
	const [form, fields] = useForm({ id: 'resolve', lastResult, defaultValue: { outcome: outcome ?? '' } });
	return (
		<Card>
			<Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate>
				<UnsentNotice />
				<TextArea
					label={m.dialogues_issue_outcome()}
					hint={m.dialogues_issue_outcome_hint()}
					meta={fields.outcome}
					rows={2}
					autoCapitalize="sentences"
				/>
				<Button name="deed" value="resolve" icon="check">
					{m.dialogues_issue_resolve()}
				</Button>
			</Form>
		</Card>
	);
}
