import { useState } from 'react';
import { useAnswers } from '#app/http/use-answers.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { ChoiceChips } from '#app/ui/choice-chips.tsx';
import { Combobox } from '#app/ui/combobox.tsx';
import type { FieldMeta } from '#app/ui/field.tsx';
import { FieldFrame } from '#app/ui/field-frame.tsx';
import { Icon } from '#app/ui/icon.tsx';
import type { SubjectHit } from '../hits.server.ts';
import { subjectLabel } from '../labels.ts';
import { optionOf } from './subject-field.tsx';

interface MoreSubjectsProps {
	meta: FieldMeta;
	/** The first subject: not offered again. */
	first: SubjectHit | null;
	subjects: readonly SubjectHit[];
	/** What the text could mean, when it was several. */
	choices: readonly SubjectHit[];
	/** Hears those that are ticked. */
	onSubjects: (subjects: SubjectHit[]) => void;
}

/** What else the talk was about: ticked chips, and a field that finds more. Unticking takes one out again. */
export default function MoreSubjects({ meta, first, subjects: given, choices, onSubjects }: MoreSubjectsProps) {
	const [shown, setShown] = useState<readonly SubjectHit[]>(given);
	const [text, setText] = useState(choices.length > 0 ? '' : String(meta.initialValue ?? ''));
	const typed = text.trim();
	const url = typed ? paths.subjectHits(typed) : null;
	const { answer, answered } = useAnswers<{ hits: SubjectHit[] }>(url);
	const isAnswered = url !== null && answered === url;
	const hits = ((isAnswered && answer?.hits) || []).filter(({ ref }) => ref !== first?.ref);
	const all = [...shown, ...choices.filter(({ ref }) => shown.every((one) => one.ref !== ref))];

	function add(hit: SubjectHit) {
		setText('');
		if (shown.some(({ ref }) => ref === hit.ref)) return;
		const next = [...shown, hit];
		setShown(next);
		onSubjects(next);
	}

	return (
		<details open={all.length > 0 || !meta.valid} className="group mb-3">
			<summary className="inline-flex min-h-11 cursor-pointer list-none items-center gap-1.5 rounded-md pr-2 text-muted hover:text-text md:min-h-8">
				<Icon name="plus" size={14} className="group-open:hidden" />
				{m.dialogues_also()}
			</summary>
			<div className="pt-1">
				{all.length > 0 && (
					<div
						className="mb-2"
						onInput={(event) => {
							const ticked = [...event.currentTarget.querySelectorAll<HTMLInputElement>('input:checked')].map(({ value }) => value);
							onSubjects(all.filter(({ ref }) => ticked.includes(ref)));
						}}
					>
						<ChoiceChips
							legend={m.dialogues_also_chosen()}
							name="alsoIds"
							multiple
							chosen={shown.map(({ ref }) => ref)}
							options={all.map(({ ref, kind, name }) => ({ value: ref, label: kind === 'company' ? name : `${name} · ${subjectLabel(kind)}` }))}
						/>
					</div>
				)}
				<FieldFrame controlId={meta.id} label={m.dialogues_also_field()} errors={meta.errors} errorId={meta.errorId} required={false}>
					<Combobox
						control={{
							id: meta.id,
							name: meta.name,
							required: undefined,
							'aria-invalid': !meta.valid || undefined,
							'aria-describedby': meta.errorId,
						}}
						listLabel={m.dialogues_firm_hits_label()}
						text={text}
						options={hits.map(optionOf)}
						status={!isAnswered ? '' : hits.length === 0 ? m.dialogues_firm_no_hits() : m.dialogues_firm_hits({ count: hits.length })}
						onText={setText}
						onPick={(option) => {
							const hit = hits.find(({ ref }) => ref === option.id);
							if (hit) add(hit);
						}}
						onEnter={() => undefined}
					/>
				</FieldFrame>
			</div>
		</details>
	);
}
