import { useNavigate } from '@remix-run/react';
import { type MouseEvent, useEffect, useRef, useState } from 'react';
import type { CompanyHit } from '#app/companies/hits.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { ChoiceChips } from '#app/ui/choice-chips.tsx';
import { Combobox, type ComboboxOption } from '#app/ui/combobox.tsx';
import type { FieldMeta } from '#app/ui/field.tsx';
import { FieldFrame } from '#app/ui/field-frame.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { useFirmHits } from './use-firm-hits.ts';

interface FirmFieldProps {
	meta: FieldMeta;
	firm: CompanyHit | null;
	onFirm: (firm: CompanyHit | null) => void;
	/** The cursor goes on to the note. */
	onDone: () => void;
	recent: readonly CompanyHit[];
	/** Firms the server found for what was typed, when there were several. */
	choices: readonly CompanyHit[];
	/** Called before leaving to create a firm. */
	onLeave: () => void;
	canCreate: boolean;
}

const CREATE = 'create';
const detailOf = ({ place, districtName }: CompanyHit) => [place, districtName].filter(Boolean).join(' · ');

/** Which firm: typed, or one press on a recent one. Without scripts the server reads the text, and the chips are radio buttons. */
export function FirmField({ meta, firm, onFirm, onDone, recent, choices, onLeave, canCreate }: FirmFieldProps) {
	const navigate = useNavigate();
	const [text, setText] = useState(String(meta.initialValue ?? firm?.name ?? ''));
	const [clearings, setClearings] = useState(0);
	const { hits, answered } = useFirmHits(text, firm === null);
	const isAnswered = answered === text.trim();
	const wantsFirst = useRef(false);
	const options: ComboboxOption[] = isAnswered ? hits.map((hit) => ({ id: hit.id, label: hit.name, detail: detailOf(hit) })) : [];
	if (isAnswered && canCreate && text.trim().length > 1 && !hits.some(({ name }) => name.toLowerCase() === text.trim().toLowerCase()))
		options.push({ id: CREATE, label: m.dialogues_firm_create({ name: text.trim() }), leading: <Icon name="plus" /> });

	function choose(chosen: CompanyHit) {
		wantsFirst.current = false;
		setText(chosen.name);
		onFirm(chosen);
	}

	function pick(option: ComboboxOption) {
		const hit = hits.find(({ id }) => id === option.id);
		if (hit) {
			choose(hit);
			onDone();
		} else if (option.id === CREATE) {
			onLeave();
			navigate(paths.newCompany({ name: text.trim(), next: 'talk' }));
		}
	}

	// Enter came before the answer: the cursor is in the note already, the first hit is taken when it arrives.
	useEffect(() => {
		const [first] = hits;
		if (!wantsFirst.current || !isAnswered) return;
		wantsFirst.current = false;
		if (first) {
			setText(first.name);
			onFirm(first);
		}
	}, [hits, isAnswered, onFirm]);

	const isUnknown = isAnswered && hits.length === 0 && !firm;
	return (
		<div>
			<FieldFrame
				controlId={meta.id}
				label={m.dialogues_firm()}
				errors={isUnknown ? [m.dialogues_firm_no_hits()] : firm ? undefined : meta.errors}
				errorId={meta.errorId}
				required
			>
				<Combobox
					control={{
						id: meta.id,
						name: meta.name,
						required: undefined,
						'aria-invalid': (!meta.valid && !firm) || undefined,
						'aria-describedby': meta.errorId,
					}}
					listLabel={m.dialogues_firm_hits_label()}
					text={text}
					options={options}
					status={!isAnswered ? '' : hits.length === 0 ? m.dialogues_firm_no_hits() : m.dialogues_firm_hits({ count: hits.length })}
					autoFocus={!firm && choices.length === 0}
					onText={(typed) => {
						setText(typed);
						wantsFirst.current = false;
						if (!firm) return;
						onFirm(null);
						setClearings(clearings + 1);
					}}
					onPick={pick}
					onEnter={() => {
						if (!text.trim()) return;
						wantsFirst.current = firm === null;
						onDone();
					}}
				/>
			</FieldFrame>
			<input type="hidden" name="pickedId" value={firm?.id ?? ''} />
			{choices.length > 0 && !firm && (
				<FirmChips name="chosenId" legend={m.dialogues_firm_which()} firms={choices} detailed onFirm={choose} onDone={onDone} />
			)}
			{choices.length === 0 && recent.length > 0 && (
				<FirmChips
					key={clearings}
					name="recentId"
					legend={m.dialogues_firm_recent()}
					firms={recent}
					chosen={firm?.id}
					onFirm={choose}
					onDone={onDone}
				/>
			)}
		</div>
	);
}

interface ChipsProps {
	name: string;
	legend: string;
	firms: readonly CompanyHit[];
	chosen?: string | undefined;
	/** With the address, to tell firms of like names apart. */
	detailed?: boolean;
	onFirm: (firm: CompanyHit) => void;
	onDone: () => void;
}

function FirmChips({ name, legend, firms, chosen, detailed = false, onFirm, onDone }: ChipsProps) {
	function press(event: MouseEvent) {
		const input = event.target;
		const firm = input instanceof HTMLInputElement && firms.find(({ id }) => id === input.value);
		if (!firm) return;
		onFirm(firm);
		// Arrow keys click too, with no pointer: they move on among the chips.
		if (event.detail > 0) onDone();
	}
	const options = firms.map((firm) => ({ value: firm.id, label: detailed ? [firm.name, detailOf(firm)].filter(Boolean).join(', ') : firm.name }));
	return (
		// biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: listens to the radio buttons inside, which have the keys.
		<div onClick={press} className="mb-4">
			<ChoiceChips legend={legend} name={name} options={options} chosen={chosen ? [chosen] : []} isStrip={!detailed} />
		</div>
	);
}
