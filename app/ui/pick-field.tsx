import { useEffect, useState } from 'react';
import { ChoiceChips } from './choice-chips.tsx';
import { Combobox, type ComboboxOption } from './combobox.tsx';
import type { FieldMeta } from './field.tsx';
import { FieldFrame } from './field-frame.tsx';

const PAUSE_MS = 150;

export interface Pick {
	id: string;
	label: string;
	detail?: string;
}

interface PickFieldProps {
	label: string;
	hint?: string;
	/** The field of the text: without scripts the server reads it. */
	meta: FieldMeta;
	/** The field of the pick's id. */
	picked: FieldMeta;
	/** Where picks are asked for; answers `{ hits: Pick[] }`. */
	hitsAt: (typed: string) => string;
	start?: Pick | null;
	/** What the server offers when the text meant several; the field of the one chosen. */
	choices?: readonly Pick[];
	chosen: FieldMeta;
	texts: { list: string; which: string; none: string; hits: (count: number) => string };
	autoFocus?: boolean;
	/** The pick itself is told on, for a form that shows more of it. */
	onPick?: (pick: Pick) => void;
	className?: string;
}

/** A record named by typing: offers while one types, text and pick both sent; what several share by name is chosen among. */
export function PickField({
	label,
	hint,
	meta,
	picked,
	hitsAt,
	start = null,
	choices = [],
	chosen,
	texts,
	autoFocus,
	onPick,
	className,
}: PickFieldProps) {
	const [text, setText] = useState(String(meta.initialValue ?? start?.label ?? ''));
	const [pick, setPick] = useState<string>(String(picked.initialValue ?? start?.id ?? ''));
	const { hits, answered } = useHits(pick ? '' : text, hitsAt);
	const isAnswered = answered !== null && answered === text.trim();

	function take(option: ComboboxOption) {
		setText(option.label);
		setPick(option.id);
		onPick?.(option);
	}

	return (
		<div className={className}>
			<FieldFrame controlId={meta.id} label={label} hint={hint} errors={meta.errors} errorId={meta.errorId} required={meta.required}>
				<Combobox
					control={{
						id: meta.id,
						name: meta.name,
						required: meta.required,
						'aria-invalid': meta.valid ? undefined : true,
						'aria-describedby': [hint && `${meta.id}-hint`, meta.errorId].filter(Boolean).join(' '),
					}}
					listLabel={texts.list}
					text={text}
					options={isAnswered ? hits : []}
					status={isAnswered ? (hits.length > 0 ? texts.hits(hits.length) : texts.none) : ''}
					autoFocus={autoFocus && choices.length === 0}
					onText={(typed) => {
						setText(typed);
						setPick('');
					}}
					onPick={take}
					onEnter={() => undefined}
				/>
			</FieldFrame>
			<input type="hidden" name={picked.name} value={pick} />
			{choices.length > 0 && !pick && (
				<ChoiceChips
					legend={texts.which}
					name={chosen.name}
					options={choices.map(({ id, label: name, detail }) => ({ value: id, label: [name, detail].filter(Boolean).join(' · ') }))}
					className="mb-4"
				/>
			)}
		</div>
	);
}

/** Picks for what stands in the field, asked for after a short pause; `answered` is the text they belong to. */
function useHits(text: string, hitsAt: (typed: string) => string): { hits: Pick[]; answered: string | null } {
	const [answer, setAnswer] = useState<{ hits: Pick[]; answered: string | null }>({ hits: [], answered: null });
	const typed = text.trim();
	const url = typed && hitsAt(typed);
	useEffect(() => {
		if (!url) return setAnswer({ hits: [], answered: null });
		const asked = new AbortController();
		const timer = setTimeout(() => {
			fetch(url, { signal: asked.signal, headers: { accept: 'application/json' } })
				.then((response) => (response.ok && !response.redirected ? response.json() : { hits: [] }))
				.then(({ hits }: { hits: Pick[] }) => setAnswer({ hits, answered: typed }))
				// Offline or overtaken by the next letter: the text itself is read by the server when the form is sent.
				.catch(() => undefined);
		}, PAUSE_MS);
		return () => {
			clearTimeout(timer);
			asked.abort();
		};
	}, [url, typed]);
	return answer;
}
