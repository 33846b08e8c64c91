import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import type { Clash, FieldValue } from '#app/http/merge.ts';
import { formatMoment } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { classes } from './class-names.ts';
import { LineDifferences } from './line-differences.tsx';
import { onTyping, setControl } from './set-control.ts';

export interface ClashLabel {
	label: string;
	/** A value in words, where what the control carries is a code or an id. */
	words?: (value: string) => string;
}

interface Props {
	clash: Clash;
	label: ClashLabel;
	formId: string;
}

/**
 * One field two people changed: both values side by side, each a radio button. With scripts the choice also shows in the
 * field itself, and typing there again makes it one's own.
 */
export function ClashField({ clash, label: { label, words }, formId }: Props) {
	const { field, mine, theirs, isOwn } = clash;
	const own = useRef<HTMLInputElement>(null);
	const typed = useRef(mine);
	useEffect(
		() =>
			onTyping(formId, field, (text) => {
				typed.current = text;
				if (own.current) own.current.checked = true;
			}),
		[formId, field],
	);
	const isLong = [mine, theirs].some((value) => typeof value === 'string' && value.includes('\n'));
	return (
		<fieldset className="min-w-0 border-line border-t px-4 pt-2.5 pb-4">
			<legend className="float-left mb-2 flex w-full flex-wrap items-baseline justify-between gap-x-4 font-semibold">
				{label}
				<a href={`#${formId}-${field}`} className="font-normal text-sm underline underline-offset-2">
					{m.shell_clash_to_field()}
				</a>
			</legend>
			<div className="clear-both grid gap-2 sm:grid-cols-2">
				<Side field={field} value="mine" deed={m.shell_clash_mine()} control={own} onChoose={() => setControl(formId, field, typed.current)}>
					{wordsOf(mine, words)}
				</Side>
				<Side
					field={field}
					value="theirs"
					deed={isOwn ? m.shell_clash_theirs_own() : m.shell_clash_theirs()}
					note={noteOf(clash)}
					onChoose={() => setControl(formId, field, theirs)}
				>
					{wordsOf(theirs, words)}
				</Side>
			</div>
			{isLong && typeof mine === 'string' && typeof theirs === 'string' && <LineDifferences mine={mine} theirs={theirs} />}
		</fieldset>
	);
}

interface SideProps {
	field: string;
	value: 'mine' | 'theirs';
	deed: string;
	note?: string;
	/** Of the side chosen to begin with. */
	control?: RefObject<HTMLInputElement>;
	onChoose: () => void;
	children: ReactNode;
}

function Side({ field, value, deed, note, control, onChoose, children }: SideProps) {
	return (
		<label className="flex min-w-0 cursor-pointer gap-2.5 rounded-md border border-strong-line/60 p-3 hover:bg-well has-checked:border-accent has-checked:bg-accent-soft has-checked:ring-1 has-checked:ring-accent">
			<input
				ref={control}
				type="radio"
				name={`_choice.${field}`}
				value={value}
				defaultChecked={control !== undefined}
				onInput={onChoose}
				className="mt-1 size-4.5 shrink-0"
			/>
			<span className="min-w-0 flex-1">
				<span className="flex flex-wrap items-baseline justify-between gap-x-3">
					<span className="font-medium">{deed}</span>
					{note && <span className="text-muted text-sm">{note}</span>}
				</span>
				<span className={classes('wrap-anywhere mt-0.5 block max-h-64 overflow-y-auto whitespace-pre-wrap', !children && 'text-muted')}>
					{children || m.shell_clash_empty()}
				</span>
			</span>
		</label>
	);
}

function noteOf({ by, isOwn, at }: Props['clash']): string {
	const moment = formatMoment(at);
	if (isOwn) return m.shell_clash_by_own({ at: moment });
	return by ? m.shell_clash_by({ name: by, at: moment }) : m.shell_clash_by_nobody({ at: moment });
}

function wordsOf(value: FieldValue, words: ClashLabel['words']): string {
	const all = (typeof value === 'string' ? [value] : value).filter(Boolean);
	return all.map((one) => (words ? words(one) : one)).join(', ');
}
