import { useState } from 'react';
import { named } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { groupLabel } from '#app/skills/skills.ts';
import { Combobox, type ComboboxOption } from '#app/ui/combobox.tsx';
import { RowField, type RowFields } from '#app/ui/form-rows.tsx';
import { useSkillHits } from './use-skill-hits.ts';

interface SkillFieldProps {
	fields: RowFields;
	wording: string;
	skillId: string;
	/** The skill the row points at already, where its name is known. */
	skillName?: string | undefined;
	/** Opens the field on a page of its own with the cursor in it. */
	autoFocus?: boolean;
}

/** What is lacking, in the firm's words; one press ties it to a skill of the list. Words nobody knows are kept as they are. */
export function SkillField({ fields, wording, skillId, skillName, autoFocus }: SkillFieldProps) {
	const [text, setText] = useState(wording);
	const [skill, setSkill] = useState<{ id: string; name: string } | null>(skillId || skillName ? { id: skillId, name: skillName ?? '' } : null);
	const [isTyped, setTyped] = useState(false);
	const { hits, answered } = useSkillHits(text, isTyped && skill === null);
	const isAnswered = answered !== null && answered === text.trim();
	const options: ComboboxOption[] = isAnswered
		? hits.map((hit) => ({ id: hit.id, label: named(hit), detail: [hit.via, groupLabel(hit.groupKey)].filter(Boolean).join(' · ') }))
		: [];
	const isUnknown = isAnswered && hits.length === 0;

	function pick({ id }: ComboboxOption) {
		const hit = hits.find((one) => one.id === id);
		if (!hit) return;
		setSkill({ id, name: named(hit) });
		setText(hit.via ?? named(hit));
	}

	return (
		<RowField fields={fields} field="wording" label={m.dialogues_need_wording()}>
			{(control) => (
				<>
					<Combobox
						control={control}
						listLabel={m.dialogues_need_skills()}
						text={text}
						options={options}
						status={isUnknown ? m.dialogues_need_kept_as_typed() : isAnswered ? m.dialogues_need_hits({ count: hits.length }) : ''}
						autoFocus={autoFocus}
						onText={(typed) => {
							setText(typed);
							setTyped(true);
							setSkill(null);
						}}
						onPick={pick}
						onEnter={() => undefined}
					/>
					<input type="hidden" name={fields.nameOf('skillId')} value={skill?.id ?? ''} />
					{/* Sent along so that a form that comes back, or a draft, says it too. */}
					{skill?.name && <input type="hidden" name={fields.nameOf('skillName')} value={skill.name} />}
					{(skill?.name || isUnknown) && (
						<p className="pt-1 text-muted text-sm">
							{skill?.name ? m.dialogues_need_tied_to({ skill: skill.name }) : m.dialogues_need_kept_as_typed()}
						</p>
					)}
				</>
			)}
		</RowField>
	);
}
