import { RecordForm, type RecordFormGiven, useRecordForm } from '#app/editing/components/record-form.tsx';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { ChoiceChips } from '#app/ui/choice-chips.tsx';
import { FieldGrid } from '#app/ui/field-grid.tsx';
import { Section } from '#app/ui/page.tsx';
import { type Pick, PickField } from '#app/ui/pick-field.tsx';
import { type Taken, TakenNotice } from '#app/ui/taken-notice.tsx';
import { LANDOWNER_KINDS, type LandownerKind } from '#db/vocabulary.ts';
import { landownerKindLabel, pickTexts } from '../labels.ts';
import { landownerClashLabels } from '../landowner-values.ts';
import { CompanyMissing, LookAlikes } from './look-alikes.tsx';
import { ReachFields } from './reach-fields.tsx';

type Fields = Record<'kind' | 'name' | 'phone' | 'email' | 'address' | 'postalCode' | 'city' | 'picked' | 'chosen', string>;

/** What stood against an owner as typed, beside the faults of its fields. */
export interface Objection {
	lookAlikes?: ReadonlyArray<{ id: string; name: string; ownerKind: LandownerKind; city: string | null }>;
	choices?: readonly Pick[];
	/** The firm has to be registered first: what its form begins with. */
	missing?: { name?: string; cvr?: string };
}

interface Props extends RecordFormGiven<Fields> {
	/** The firm whose role this is: it gives the name. */
	company: { id: string; name: string } | null;
	objection: Objection | undefined;
	taken: Taken | undefined;
	cancel: string;
}

/** An owner: who it is, called what, reached how. A firm is picked from the register. */
export function LandownerForm({ company, objection, taken, cancel, ...given }: Props) {
	const { fields, frame } = useRecordForm<Fields>('landowner', given);
	const isNew = given.base === undefined;
	const kinds = LANDOWNER_KINDS.filter((kind) => !company || kind !== 'person');
	return (
		<RecordForm {...frame} labels={landownerClashLabels()} save={isNew ? m.landowners_new_action() : m.landowners_save()} cancel={cancel}>
			{objection?.lookAlikes && <LookAlikes owners={objection.lookAlikes} />}
			{objection?.missing && <CompanyMissing {...objection.missing} />}
			{taken && <TakenNotice to={taken.to} text={m.landowners_taken_by({ name: taken.name })} open={m.landowners_open()} />}
			<Section title={m.landowners_who()}>
				<ChoiceChips
					legend={m.landowners_kind()}
					meta={fields.kind}
					options={kinds.map((kind) => ({ value: kind, label: landownerKindLabel(kind) }))}
				/>
				{company ? (
					<p className="mb-4">
						<input type="hidden" name="name" value={company.name} />
						<a href={paths.company(company.id)} className="font-medium underline underline-offset-2">
							{company.name}
						</a>
						<span className="block text-muted text-sm">{m.landowners_name_follows()}</span>
					</p>
				) : (
					<PickField
						label={m.landowners_name_or_cvr()}
						hint={m.landowners_name_hint()}
						meta={fields.name}
						picked={fields.picked}
						chosen={fields.chosen}
						choices={objection?.choices ?? []}
						hitsAt={paths.landownerHits}
						texts={pickTexts(m.landowners_hits_label())}
						autoFocus={isNew && !fields.name.initialValue}
					/>
				)}
			</Section>
			<Section title={m.landowners_section_contact()}>
				<FieldGrid>
					<ReachFields fields={fields} />
				</FieldGrid>
			</Section>
		</RecordForm>
	);
}
