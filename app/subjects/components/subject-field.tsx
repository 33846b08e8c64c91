import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useAnswers } from '#app/http/use-answers.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { ChoiceChips } from '#app/ui/choice-chips.tsx';
import { Combobox, type ComboboxOption } from '#app/ui/combobox.tsx';
import type { FieldMeta } from '#app/ui/field.tsx';
import { FieldFrame } from '#app/ui/field-frame.tsx';
import { Icon } from '#app/ui/icon.tsx';
import type { SubjectHit } from '../hits.server.ts';
import { subjectIcon, subjectLabel } from '../labels.ts';

interface SubjectFieldProps {
	meta: FieldMeta;
	subject: SubjectHit | null;
	onSubject: (subject: SubjectHit | null) => void;
	/** The firm typed is to be created with the talk. */
	isNew: boolean;
	onNew: (isNew: boolean) => void;
	/** What stands in the field. */
	text: string;
	onText: (text: string) => void;
	/** The cursor goes on to the note. */
	onDone: () => void;
	recent: readonly SubjectHit[];
	/** Subjects the server found for what was typed, when there were several. */
	choices: readonly SubjectHit[];
	/** The server knows nobody of that name: without scripts, creating is one of the choices. */
	isUnknown: boolean;
	canCreate: boolean;
}

const CREATE = 'new';

/** A hit as an option: what it is stands before its name, unless it is a firm like most. */
export const optionOf = ({ ref, kind, name, detail }: SubjectHit): ComboboxOption => ({
	...{ id: ref, label: name, leading: <Icon name={subjectIcon(kind)} className="text-muted" /> },
	detail: [kind === 'company' ? null : subjectLabel(kind), detail].filter(Boolean).join(' · '),
});

/** Whom the talk was with: typed, or one press on a recent firm. Without scripts the server reads the text, and the chips are radio buttons. */
export function SubjectField({
	meta,
	subject,
	onSubject,
	isNew,
	onNew,
	text,
	onText,
	onDone,
	recent,
	choices,
	isUnknown,
	canCreate,
}: SubjectFieldProps) {
	const [clearings, setClearings] = useState(0);
	const typed = text.trim();
	const url = subject || isNew || !typed ? null : paths.subjectHits(typed);
	const { answer, answered } = useAnswers<{ hits: SubjectHit[] }>(url);
	const isAnswered = url !== null && answered === url;
	const hits = (isAnswered && answer?.hits) || [];
	const wantsFirst = useRef(false);
	const options = hits.map(optionOf);
	if (isAnswered && canCreate && typed.length > 1 && !hits.some(({ name }) => name.toLowerCase() === typed.toLowerCase()))
		options.push({ id: CREATE, label: m.dialogues_firm_create({ name: typed }), leading: <Icon name="plus" /> });

	function choose(chosen: SubjectHit) {
		wantsFirst.current = false;
		onText(chosen.name);
		onNew(false);
		onSubject(chosen);
	}

	function pick(option: ComboboxOption) {
		const hit = hits.find(({ ref }) => ref === option.id);
		if (!hit) return onNew(true);
		choose(hit);
		onDone();
	}

	// Enter came before the answer: the cursor is in the note already, the first hit is taken when it arrives.
	useEffect(() => {
		if (!wantsFirst.current || !isAnswered) return;
		wantsFirst.current = false;
		const [first] = answer?.hits ?? [];
		if (!first) return;
		onText(first.name);
		onSubject(first);
	}, [answer, isAnswered, onSubject, onText]);

	const isNobody = isAnswered && hits.length === 0;
	const offered = isUnknown && canCreate ? [{ value: CREATE, label: m.dialogues_firm_create({ name: typed }) }] : [];
	return (
		<div>
			<FieldFrame
				controlId={meta.id}
				label={m.dialogues_firm()}
				hint={m.dialogues_firm_hint()}
				errors={isNobody ? [m.dialogues_firm_no_hits()] : subject || isNew ? undefined : meta.errors}
				errorId={meta.errorId}
				required
			>
				<Combobox
					control={{
						id: meta.id,
						name: meta.name,
						required: undefined,
						'aria-invalid': (!meta.valid && !subject && !isNew) || undefined,
						'aria-describedby': `${meta.id}-hint ${meta.errorId}`,
					}}
					listLabel={m.dialogues_firm_hits_label()}
					text={text}
					options={options}
					status={!isAnswered ? '' : hits.length === 0 ? m.dialogues_firm_no_hits() : m.dialogues_firm_hits({ count: hits.length })}
					autoFocus={!subject && choices.length === 0}
					onText={(next) => {
						onText(next);
						wantsFirst.current = false;
						if (isNew) onNew(false);
						if (!subject) return;
						onSubject(null);
						setClearings(clearings + 1);
					}}
					onPick={pick}
					onEnter={() => {
						if (!typed) return;
						wantsFirst.current = subject === null && !isNew;
						onDone();
					}}
				/>
			</FieldFrame>
			<input type="hidden" name="pickedId" value={isNew ? CREATE : (subject?.ref ?? '')} />
			{choices.length + offered.length > 0 && !subject && !isNew && (
				<SubjectChips
					name="chosenId"
					legend={m.dialogues_firm_which()}
					subjects={choices}
					also={offered}
					detailed
					onSubject={choose}
					onDone={onDone}
				/>
			)}
			{choices.length + offered.length === 0 && recent.length > 0 && !isNew && (
				<SubjectChips
					key={clearings}
					name="recentId"
					legend={m.dialogues_firm_recent()}
					subjects={recent}
					chosen={subject?.ref}
					onSubject={choose}
					onDone={onDone}
				/>
			)}
		</div>
	);
}

interface ChipsProps {
	name: string;
	legend: string;
	subjects: readonly SubjectHit[];
	/** Choices that are none of these. */
	also?: ReadonlyArray<{ value: string; label: string }>;
	chosen?: string | undefined;
	/** With the address, to tell firms of like names apart. */
	detailed?: boolean;
	onSubject: (subject: SubjectHit) => void;
	onDone: () => void;
}

function SubjectChips({ name, legend, subjects, also = [], chosen, detailed = false, onSubject, onDone }: ChipsProps) {
	const subjectOf = (input: EventTarget) => input instanceof HTMLInputElement && subjects.find(({ ref }) => ref === input.value);
	function choose({ target }: FormEvent) {
		const subject = subjectOf(target);
		if (subject) onSubject(subject);
	}
	const options = subjects.map((one) => ({ value: one.ref, label: detailed ? [one.name, one.detail].filter(Boolean).join(', ') : one.name }));
	return (
		// biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: listens to the radio buttons inside, which have the keys.
		<div
			onInput={choose}
			// Arrow keys click too, with no pointer: they move on among the chips.
			onClick={({ target, detail }) => detail > 0 && subjectOf(target) && onDone()}
			className="mb-4"
		>
			<ChoiceChips legend={legend} name={name} options={[...options, ...also]} chosen={chosen ? [chosen] : []} isStrip={!detailed} />
		</div>
	);
}
