import { RecordForm, type RecordFormGiven, useRecordForm } from '#app/editing/components/record-form.tsx';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { ChoiceChips } from '#app/ui/choice-chips.tsx';
import { FieldGrid } from '#app/ui/field-grid.tsx';
import { Section } from '#app/ui/page.tsx';
import { type Pick, PickField } from '#app/ui/pick-field.tsx';
import { LANDOWNER_KINDS, type LandownerKind } from '#db/vocabulary.ts';
import { landownerKindLabel, pickTexts } from '../labels.ts';
import { CompanyMissing, LookAlikes } from './look-alikes.tsx';
import { ReachFields } from './reach-fields.tsx';

export type LandownerFields = Record<'kind' | 'name' | 'phone' | 'email' | 'address' | 'postalCode' | 'city' | 'picked' | 'chosen', string>;

/** What stood against an owner as typed, beside the faults of its fields. */
export interface Objection {
	lookAlikes?: ReadonlyArray<{ id: string; name: string; ownerKind: LandownerKind; city: string | null }>;
	choices?: readonly Pick[];
	/** The firm has to be registered first: what its form begins with. */
	missing?: { name?: string; cvr?: string };
}

/** A new owner: who it is, called what. A firm is picked from the register. */
export function NewLandownerForm({ objection, ...given }: RecordFormGiven<LandownerFields> & { objection: Objection | undefined }) {
	const { fields, frame } = useRecordForm<LandownerFields>('landowner', given);
	return (
		<RecordForm {...frame} save={m.landowners_new_action()} cancel={paths.landowners()}>
			{objection?.lookAlikes && <LookAlikes owners={objection.lookAlikes} />}
			{objection?.missing && <CompanyMissing {...objection.missing} />}
			<Section title={m.landowners_who()}>
				<ChoiceChips
					legend={m.landowners_kind()}
					meta={fields.kind}
					options={LANDOWNER_KINDS.map((kind) => ({ value: kind, label: landownerKindLabel(kind) }))}
				/>
				<PickField
					label={m.landowners_name_or_cvr()}
					hint={m.landowners_name_hint()}
					meta={fields.name}
					picked={fields.picked}
					chosen={fields.chosen}
					choices={objection?.choices ?? []}
					hitsAt={paths.landownerHits}
					texts={pickTexts(m.landowners_hits_label())}
					autoFocus={!fields.name.initialValue}
				/>
			</Section>
			<Section title={m.landowners_section_contact()}>
				<FieldGrid>
					<ReachFields fields={fields} />
				</FieldGrid>
			</Section>
		</RecordForm>
	);
}
