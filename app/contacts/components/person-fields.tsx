import { m } from '#app/i18n/paraglide/messages.js';
import { type FieldMeta, TextField } from '#app/ui/field.tsx';

export type PersonFieldMetas = Record<'person' | 'personTitle' | 'personPhone', FieldMeta>;

/** Somebody nobody has met before, by name, number and title. A telephone fills them in from its own contacts. */
export function PersonFields({ metas: { person, personPhone, personTitle } }: { metas: PersonFieldMetas }) {
	return (
		<div className="flex flex-wrap gap-x-4">
			<TextField
				label={m.dialogues_person()}
				meta={person}
				autoComplete="section-met name"
				autoCapitalize="words"
				enterKeyHint="next"
				className="grow basis-48"
			/>
			<TextField
				label={m.dialogues_person_phone()}
				meta={personPhone}
				type="tel"
				inputMode="tel"
				autoComplete="section-met tel"
				enterKeyHint="next"
				className="grow basis-36"
			/>
			<TextField
				label={m.dialogues_person_title()}
				meta={personTitle}
				autoComplete="section-met organization-title"
				autoCapitalize="sentences"
				enterKeyHint="next"
				className="grow basis-40"
			/>
		</div>
	);
}
