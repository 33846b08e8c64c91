import { RecordForm, type RecordFormGiven, useRecordForm } from '#app/editing/components/record-form.tsx';
import { m } from '#app/i18n/paraglide/messages.js';
import { SelectField, TextArea, TextField } from '#app/ui/field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section } from '#app/ui/page.tsx';
import { DISTRICT_COLOURS } from '#db/vocabulary.ts';
import { districtClashLabels } from '../district-values.ts';
import { colourLabel } from '../labels.ts';
import { confirmationOf, type Moves as MoveCounts } from '../moves.ts';
import { TargetDivisions } from './target-divisions.tsx';

type Fields = Record<'name' | 'identity' | 'responsibleId' | 'colour' | 'boundary' | 'boundaryNote', string> & { targetDivisions: string[] };

interface Props extends RecordFormGiven<Fields> {
	/** Set when saving would move sites: they are counted first, then confirmed. */
	moves: MoveCounts | undefined;
	people: ReadonlyArray<{ id: string; name: string }>;
	divisions: ReadonlyArray<{ code: string; name: string }>;
	cancel: string;
}

/** A district: what it wants to be, who is responsible, where it runs. */
export function DistrictForm({ moves, people, divisions, cancel, ...given }: Props) {
	const { fields, frame } = useRecordForm<Fields>('district', given);
	const isNew = given.base === undefined;
	const deed = isNew ? m.districts_new_action() : m.districts_save();
	return (
		<RecordForm
			{...frame}
			labels={districtClashLabels(people)}
			save={moves ? m.districts_save_and_move() : deed}
			saveAs={moves && { name: 'confirm', value: confirmationOf(moves) }}
			cancel={cancel}
		>
			{moves && <Moves {...moves} />}
			<Section title={m.districts_section_identity()}>
				<TextField label={m.districts_name()} meta={fields.name} autoFocus={isNew} autoComplete="off" />
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
		</RecordForm>
	);
}

const Moves = ({ into, out }: MoveCounts) => (
	<div className="mb-4">
		<Notice tone="warning" role="alert" title={m.districts_moves_title()}>
			{m.districts_moves_text({ into, out })}
		</Notice>
	</div>
);
