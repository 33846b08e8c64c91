import { useEffect, useRef } from 'react';
import { type PersonFieldMetas, PersonFields } from '#app/contacts/components/person-fields.tsx';
import { useAnswers } from '#app/http/use-answers.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Button } from '#app/ui/button.tsx';
import { type FieldMeta, TextField } from '#app/ui/field.tsx';
import type { SubjectHit } from '../hits.server.ts';

interface NewFirmProps {
	/** Made with the form: the firm's id. */
	id: string;
	/** Its name or CVR number, as typed. */
	typed: string;
	/** The server has shown the firms of like names already. */
	isSeen: boolean;
	nameMeta: FieldMeta;
	personMetas: PersonFieldMetas;
	onKnown: (firm: SubjectHit) => void;
}

/** A firm created with the talk: firms of like names before it is, and the person one met there beside it. */
export default function NewFirm({ id, typed, isSeen, nameMeta, personMetas, onKnown }: NewFirmProps) {
	const box = useRef<HTMLDivElement>(null);
	const isNumber = /^[\d\s]{8,}$/.test(typed);
	const { answer } = useAnswers<{ alike: SubjectHit[] }>(isNumber ? null : paths.subjectHits(typed, '1'));
	const alike = answer?.alike ?? [];
	// Its first field is what one goes on with: this part appears because one has just asked for it.
	useEffect(() => {
		if (isSeen) return;
		box.current?.querySelector<HTMLInputElement>('input:not([type=hidden])')?.focus();
		// On a phone the keyboard takes the lower half: from here on down to the day of the follow-up nobody has to scroll.
		if (matchMedia('(max-width: 47.99rem)').matches) box.current?.scrollIntoView({ block: 'start' });
	}, [isSeen]);
	return (
		<div ref={box} className="mb-4 scroll-mt-16 rounded-lg border border-line bg-surface px-4 pt-3">
			<input type="hidden" name="newFirmId" value={id} />
			{(answer || isSeen) && <input type="hidden" name="seenAlike" value="1" />}
			<p className="mb-2 flex flex-wrap items-center gap-2">
				<Badge tone="accent" icon="plus">
					{m.dialogues_firm_new()}
				</Badge>
				<span className="text-muted text-sm">{m.dialogues_firm_new_text()}</span>
			</p>
			{alike.length > 0 && (
				<div role="status" className="mb-3 flex flex-wrap items-center gap-1.5">
					<span className="text-sm">{m.dialogues_firm_new_alike()}</span>
					{alike.map((firm) => (
						<Button key={firm.ref} type="button" size="sm" onClick={() => onKnown(firm)}>
							{[firm.name, firm.detail].filter(Boolean).join(', ')}
						</Button>
					))}
				</div>
			)}
			{isNumber && <TextField label={m.dialogues_firm_new_name()} meta={nameMeta} autoComplete="off" autoCapitalize="words" enterKeyHint="next" />}
			<PersonFields metas={personMetas} />
		</div>
	);
}
