import { useState } from 'react';
import { m } from '#app/i18n/paraglide/messages.js';
import { ChoiceChips } from '#app/ui/choice-chips.tsx';
import { Combobox } from '#app/ui/combobox.tsx';
import type { FieldMeta } from '#app/ui/field.tsx';
import { FieldFrame } from '#app/ui/field-frame.tsx';
import type { PlaceHit } from '../places.server.ts';
import { usePlaceHits } from './use-place-hits.ts';

interface Props {
	/** The field of the text; `picked` is the hidden one of the key behind it. */
	meta: FieldMeta;
	picked: FieldMeta;
	/** What the server found for the text when it found several. */
	choices: readonly PlaceHit[];
	className?: string;
	autoFocus?: boolean;
}

/** Whom a role is with: typed and picked from the hits. Without scripts the server reads the text and offers what it could mean. */
export function PlaceField({ meta, picked, choices, className, autoFocus = false }: Props) {
	const [text, setText] = useState(String(meta.initialValue ?? ''));
	const [key, setKey] = useState(String(picked.initialValue ?? ''));
	const { hits, answered } = usePlaceHits(text, key === '');
	const isAnswered = answered === text.trim();
	return (
		<div className={className}>
			<FieldFrame
				controlId={meta.id}
				label={m.contacts_where()}
				hint={m.contacts_where_hint()}
				errors={key ? undefined : meta.errors}
				errorId={meta.errorId}
				required={meta.required}
			>
				<Combobox
					control={{
						id: meta.id,
						name: meta.name,
						required: undefined,
						'aria-invalid': (!meta.valid && !key) || undefined,
						'aria-describedby': `${meta.id}-hint ${meta.errorId}`,
					}}
					listLabel={m.contacts_where()}
					text={text}
					options={isAnswered ? hits.map(({ key: id, name, detail }) => ({ id, label: name, detail })) : []}
					status={!isAnswered ? '' : m.contacts_where_hits({ count: hits.length })}
					autoFocus={autoFocus}
					onText={(typed) => {
						setText(typed);
						setKey('');
					}}
					onPick={({ id, label }) => {
						setText(label);
						setKey(id);
					}}
					onEnter={() => undefined}
				/>
			</FieldFrame>
			<input type="hidden" name={picked.name} value={key} />
			{choices.length > 0 && !key && (
				<ChoiceChips
					legend={m.contacts_where_which()}
					name="chosen"
					options={choices.map((place) => ({ value: place.key, label: [place.name, place.detail].filter(Boolean).join(', ') }))}
				/>
			)}
		</div>
	);
}
