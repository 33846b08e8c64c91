import { type KeyboardEvent, type ReactNode, useEffect, useId, useState } from 'react';
import { classes } from './class-names.ts';
import { CONTROL, type ControlProps } from './field.tsx';

export interface ComboboxOption {
	id: string;
	label: string;
	/** What tells two of one name apart. */
	detail?: string;
	/** Before the label, for an option that does something else than choose. */
	leading?: ReactNode;
	/** Behind the label, quiet. */
	trailing?: ReactNode;
}

interface ComboboxProps {
	control: ControlProps & { 'aria-label'?: string };
	/** What the list of options is called. */
	listLabel: string;
	text: string;
	options: readonly ComboboxOption[];
	onText: (text: string) => void;
	onPick: (option: ComboboxOption) => void;
	/** Enter while there is nothing to choose from (yet), with what the field holds. */
	onEnter: (text: string) => void;
	/** Read out as options come and go. */
	status: string;
	autoFocus?: boolean;
	/** The options belong to an earlier text: Enter does not take the first of them. */
	isStale?: boolean;
	/** The list stands under the field all the time, as in a window of its own; Escape is the window's. */
	isInline?: boolean;
	placeholder?: string;
}

/**
 * A text field that offers options while one types (APG combobox, list autocomplete): arrows move, Enter takes the
 * marked one, which is the first until moved, Escape closes. It is the native field of the server's page from the
 * start, so a cursor placed before the script arrives stays where it is (docs/decisions/0010).
 */
export function Combobox({
	control,
	listLabel,
	text,
	options,
	onText,
	onPick,
	onEnter,
	status,
	autoFocus,
	isStale = false,
	isInline = false,
	placeholder,
}: ComboboxProps) {
	const listId = useId();
	const [isWanted, setWanted] = useState(false);
	const [marked, setMarked] = useState(0);
	const isOpen = (isInline || isWanted) && options.length > 0;
	const current = Math.min(marked, options.length - 1);

	useEffect(() => {
		if (isOpen) document.getElementById(`${listId}-${current}`)?.scrollIntoView({ block: 'nearest' });
	}, [isOpen, listId, current]);

	function pick(option: ComboboxOption) {
		setWanted(false);
		onPick(option);
	}

	function enter(held: string) {
		const option = isOpen && !(isStale && current === 0) ? options[current] : undefined;
		setWanted(false);
		if (option) onPick(option);
		else onEnter(held);
	}

	function press(event: KeyboardEvent<HTMLInputElement>) {
		if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
		const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
		if (move) {
			event.preventDefault();
			setMarked(isOpen ? (current + move + options.length) % options.length : 0);
			setWanted(true);
		} else if (event.key === 'Enter') {
			event.preventDefault();
			enter(event.currentTarget.value);
		} else if (event.key === 'Escape' && isOpen && !isInline) {
			event.preventDefault();
			setWanted(false);
		}
	}

	return (
		<div className="relative">
			<input
				{...control}
				type="text"
				role="combobox"
				aria-expanded={isOpen}
				aria-controls={listId}
				aria-autocomplete="list"
				aria-activedescendant={isOpen ? `${listId}-${current}` : undefined}
				autoComplete="off"
				autoCapitalize={isInline ? 'none' : 'words'}
				spellCheck={false}
				enterKeyHint={isInline ? 'go' : 'next'}
				placeholder={placeholder}
				// biome-ignore lint/a11y/noAutofocus: the one field a form opened on purpose begins with.
				autoFocus={autoFocus}
				value={text}
				onInput={({ currentTarget }) => {
					onText(currentTarget.value);
					setMarked(0);
					// Told late of what was typed before the scripts came, it may have been left by now.
					setWanted(currentTarget === document.activeElement);
				}}
				onKeyDown={press}
				onBlur={() => setWanted(false)}
				className={CONTROL}
			/>
			<div
				id={listId}
				role="listbox"
				aria-label={listLabel}
				hidden={!isOpen}
				className={classes(
					'overflow-y-auto',
					isInline
						? 'mt-2 h-[min(26rem,55dvh)]'
						: 'absolute inset-x-0 top-full z-20 mt-1 max-h-80 rounded-lg border border-line bg-raised p-1 shadow-raised',
				)}
			>
				{isOpen &&
					options.map((option, at) => (
						// biome-ignore lint/a11y/useKeyWithClickEvents: the keys belong to the field, which keeps the focus (aria-activedescendant).
						<div
							key={option.id}
							id={`${listId}-${at}`}
							role="option"
							tabIndex={-1}
							aria-selected={at === current}
							// Keeps the focus in the field, so that leaving it does not close the list before the click lands.
							onPointerDown={(event) => event.preventDefault()}
							onClick={() => pick(option)}
							className={classes(
								'flex min-h-11 cursor-pointer items-center gap-2.5 rounded-md px-3 py-1.5 md:min-h-9',
								at === current ? 'bg-accent-soft text-accent' : 'hover:bg-well',
							)}
						>
							{option.leading}
							<span className="min-w-0 flex-1">
								<span className="block truncate font-medium">{option.label}</span>
								{option.detail && <span className="block truncate text-muted text-sm">{option.detail}</span>}
							</span>
							{option.trailing && <span className="shrink-0 text-muted text-xs max-sm:sr-only">{option.trailing}</span>}
						</div>
					))}
			</div>
			<span role="status" className="sr-only">
				{isInline || isWanted ? status : ''}
			</span>
		</div>
	);
}
