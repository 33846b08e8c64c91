import { m } from '#app/i18n/paraglide/messages.js';
import { type FieldMeta, TextField } from '#app/ui/field.tsx';

export type PersonFieldMetas = Record<'person' | 'personTitle' | 'personPhone', FieldMeta>;

/** Somebody nobody has met before, by name, number and title. A telephone fills them in from its own contacts. */
export function PersonFields({ metas: { person, personPhone, personTitle } }: { metas: PersonFieldMetas }) {
	const name = { label: m.dialogues_person(), meta: person, autoComplete: 'section-met name', autoCapitalize: 'words', className: 'grow basis-48' };
	const phone = { label: m.dialogues_person_phone(), meta: personPhone, autoComplete: 'section-met tel', className: 'grow basis-36' };
	const title = { label: m.dialogues_person_title(), meta: personTitle, autoComplete: 'section-met organization-title', className: 'grow basis-40' };
	return (
		<div className="flex flex-wrap gap-x-4">
			<TextField {...name} enterKeyHint="next" />
			<TextField {...phone} type="tel" inputMode="tel" enterKeyHint="next" />
			<TextField {...title} autoCapitalize="sentences" enterKeyHint="next" />
		</div>
	);
}
