import { type SubmissionResult, useForm } from '@conform-to/react';
import { Form, useNavigation } from '@remix-run/react';
import { DraftNotice } from '#app/drafts/components/draft-notice.tsx';
import { KeepDraft } from '#app/drafts/components/keep-draft.tsx';
import type { KeptForm } from '#app/drafts/kept.server.ts';
import type { EditConflict } from '#app/http/merge.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { BaseField } from '#app/ui/base-field.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { ConflictPanel } from '#app/ui/conflict-panel.tsx';
import { type Earlier, EarlierNotice } from '#app/ui/earlier-notice.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { SelectField, TextArea, TextField } from '#app/ui/field.tsx';
import { FormActions } from '#app/ui/form-actions.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section } from '#app/ui/page.tsx';
import { UnsentNotice } from '#app/ui/unsent-notice.tsx';
import { DISTRICT_COLOURS } from '#db/vocabulary.ts';
import { colourLabel } from '../colour-label.ts';
import { districtClashLabels } from '../district-values.ts';
import { confirmationOf, type Moves as MoveCounts } from '../moves.ts';
import { TargetDivisions } from './target-divisions.tsx';

interface Fields {
	name: string;
	identity: string;
	targetDivisions: string[];
	responsibleId: string;
	colour: string;
	boundary: string;
	boundaryNote: string;
}

interface Props {
	id: string;
	kept: KeptForm;
	/** The form saved its record before, and it stands with other words: where, and the id the next save goes under. */
	earlier?: Earlier | null;
	/** What the form shows, for the merge (`baseOf`); undefined for a new district. */
	base?: string;
	values: { [Field in keyof Fields]?: Fields[Field] | null };
	constraint: Parameters<typeof useForm<Fields>>[0]['constraint'];
	lastResult: SubmissionResult<string[]> | undefined;
	conflict?: EditConflict | null;
	/** Set when saving would move sites: they are counted first, then confirmed. */
	moves: MoveCounts | null;
	people: ReadonlyArray<{ id: string; name: string }>;
	divisions: ReadonlyArray<{ code: string; name: string }>;
	deed: string;
	cancel: string;
}

/** A district: what it wants to be, who is responsible, where it runs. */
export function DistrictForm({ id, kept, earlier, base, values, constraint, lastResult, conflict, moves, people, divisions, deed, cancel }: Props) {
	const [form, fields] = useForm<Fields>({ id: 'district', lastResult, constraint, defaultValue: values });
	const isSaving = useNavigation().state !== 'idle';
	return (
		<Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
			<input type="hidden" name="id" value={earlier?.freshId ?? id} />
			{base !== undefined && <BaseField base={base} lastResult={lastResult} />}
			<DraftNotice {...kept} />
			{earlier && <EarlierNotice {...earlier} />}
			<ErrorSummary form={form} />
			<ConflictPanel conflict={conflict} labels={districtClashLabels(people)} formId={form.id} />
			<UnsentNotice />
			{moves && <Moves {...moves} />}
			<Section title={m.districts_section_identity()}>
				<TextField label={m.districts_name()} meta={fields.name} autoFocus={base === undefined} autoComplete="off" />
				<TextArea label={m.districts_identity()} hint={m.districts_identity_hint()} meta={fields.identity} rows={3} />
				<div className="grid gap-x-5 sm:grid-cols-2">
					<SelectField
						label={m.districts_responsible()}
						meta={fields.responsibleId}
						blank={m.districts_nobody()}
						options={people.map((person) => ({ value: person.id, label: person.name }))}
					/>
					<SelectField
						label={m.districts_colour()}
						meta={fields.colour}
						options={DISTRICT_COLOURS.map((colour) => ({ value: colour, label: colourLabel(colour) }))}
					/>
				</div>
			</Section>
			<Section title={m.districts_target()}>
				<TargetDivisions meta={fields.targetDivisions} divisions={divisions} />
			</Section>
			<Section title={m.districts_outline()}>
				<TextArea
					label={m.districts_boundary()}
					hint={m.districts_boundary_hint()}
					meta={fields.boundary}
					rows={6}
					spellCheck={false}
					autoComplete="off"
				/>
				<TextField label={m.districts_boundary_note()} hint={m.districts_boundary_note_hint()} meta={fields.boundaryNote} autoComplete="off" />
			</Section>
			<FormActions>
				<Button variant="primary" disabled={isSaving} {...(moves && { name: 'confirm', value: confirmationOf(moves) })}>
					{moves ? m.districts_save_and_move() : deed}
				</Button>
				<ButtonLink to={cancel} variant="quiet">
					{m.districts_cancel()}
				</ButtonLink>
				<KeepDraft {...kept} {...(earlier && { recordId: earlier.freshId, draft: null })} />
			</FormActions>
		</Form>
	);
}

const Moves = ({ into, out }: MoveCounts) => (
	<div className="mb-4">
		<Notice tone="warning" role="alert" title={m.districts_moves_title()}>
			{m.districts_moves_text({ into, out })}
		</Notice>
	</div>
);
