import { type FormMetadata, useForm } from '@conform-to/react';
import { Form, useNavigation } from '@remix-run/react';
import type { ReactNode } from 'react';
import { DraftNotice } from '#app/drafts/components/draft-notice.tsx';
import { KeepDraft } from '#app/drafts/components/keep-draft.tsx';
import type { KeptForm } from '#app/drafts/kept.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { BaseField } from '#app/ui/base-field.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { type ClashLabels, ConflictPanel } from '#app/ui/conflict-panel.tsx';
import { EarlierNotice } from '#app/ui/earlier-notice.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { FormActions } from '#app/ui/form-actions.tsx';
import { UnsentNotice } from '#app/ui/unsent-notice.tsx';
import { useHeld } from '#app/ui/use-held.ts';
import type { FormAnswer } from '../answer.ts';

/** What a record's page hands its form: what was loaded (`openEdit`, `openNew`), and the answer to the last try. */
export interface RecordFormGiven<Fields extends Record<string, unknown>> {
	id: string;
	/** What an edit began from; none for a new record. */
	base?: string;
	values?: Parameters<typeof useForm<Fields>>[0]['defaultValue'];
	constraint?: Parameters<typeof useForm<Fields>>[0]['constraint'];
	kept: KeptForm;
	answer: FormAnswer | undefined;
}

/** A record's form with its fields; `frame` goes to the `<RecordForm>` round them. */
export function useRecordForm<Fields extends Record<string, unknown>>(
	name: string,
	{ id, base, values, constraint, kept: opened, answer }: RecordFormGiven<Fields>,
) {
	const kept = useHeld(opened, undefined, ({ recordId }) => recordId);
	const lastResult = answer?.result ?? kept.restored;
	const [form, fields] = useForm<Fields>({ id: name, lastResult, constraint, defaultValue: values });
	return { form, fields, lastResult, frame: { form, id, base, kept, answer } };
}

interface Props {
	// biome-ignore lint/suspicious/noExplicitAny: conform's metadata is invariant in its form type; the frame takes any form.
	form: FormMetadata<any, string[]>;
	id: string;
	base: string | undefined;
	kept: KeptForm;
	answer: FormAnswer | undefined;
	/** What a clash calls the fields; an edit form's. */
	labels?: ClashLabels;
	save: string;
	/** What the button says to the server. */
	saveAs?: { name: string; value: string } | undefined;
	cancel: string;
	className?: string;
	children: ReactNode;
}

/** The frame of every record's form: hidden id and base, what happened to the last try, the fields, saving, the draft. */
export function RecordForm({ form, id, base, kept, answer, labels, save, saveAs, cancel, className, children }: Props) {
	const { state } = useNavigation();
	const earlier = answer?.earlier;
	const lastResult = answer?.result ?? kept.restored;
	const posted = lastResult?.initialValue?.id;
	// The id a new one was sent under stays its own; an edit's is its record's.
	const answered = earlier?.freshId ?? (typeof posted === 'string' ? posted : undefined);
	const recordId = useHeld(id, base === undefined ? answered : undefined);
	return (
		<Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate} className={className}>
			<input type="hidden" name="id" value={recordId} />
			{base !== undefined && <BaseField base={base} lastResult={lastResult} />}
			<DraftNotice {...kept} />
			<ErrorSummary form={form} />
			{earlier && <EarlierNotice {...earlier} />}
			{labels && <ConflictPanel conflict={answer?.conflict} labels={labels} formId={form.id} />}
			<UnsentNotice />
			{children}
			<FormActions>
				<Button variant="primary" disabled={state !== 'idle'} aria-keyshortcuts="Control+Enter" {...saveAs}>
					{state === 'submitting' ? m.shell_saving() : save}
				</Button>
				<ButtonLink to={cancel} variant="quiet">
					{m.shell_cancel()}
				</ButtonLink>
				<KeepDraft {...kept} recordId={recordId} draft={earlier ? null : kept.draft} />
			</FormActions>
		</Form>
	);
}
