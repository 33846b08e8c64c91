import { useNavigate } from '@remix-run/react';
import { type RefObject, useEffect, useId, useState } from 'react';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { classes } from '#app/ui/class-names.ts';
import { Combobox, type ComboboxOption } from '#app/ui/combobox.tsx';
import { Dialog } from '#app/ui/dialog.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { useOptions } from './use-options.ts';

export interface PaletteProps {
	/** The field typed into until this chunk had come; read-only when Enter ended it. */
	early: RefObject<HTMLInputElement>;
	isOpen: boolean;
	onClose: () => void;
}

const ALL = 'all';

/** Find, go to, begin: one line for everything (Ctrl-K). The same answers as the search page's, whose way stands last in the list. */
export default function Palette({ early, isOpen, onClose }: PaletteProps) {
	const navigate = useNavigate();
	const id = useId();
	const [text, setText] = useState('');
	const { options, answered, hasFailed } = useOptions(text, isOpen);
	/** Enter came before the answer: the text whose first hit is opened when it arrives. */
	const [wanted, setWanted] = useState<string | null>(null);
	const typed = text.trim();
	const isStale = answered !== typed;

	useEffect(() => {
		if (!isOpen) return;
		const { value = '', selectionStart = null, selectionEnd = null, readOnly = false } = early.current ?? {};
		setWanted(readOnly ? value.trim() : null);
		setText(value);
		const field = document.getElementById(id);
		if (!(field instanceof HTMLInputElement)) return;
		// The next letter may come before the state does, and is added to what the field itself holds.
		field.value = value;
		field.focus();
		field.setSelectionRange(selectionStart, selectionEnd);
	}, [isOpen, early, id]);

	useEffect(() => {
		if (!isOpen || isStale || wanted !== typed) return;
		setWanted(null);
		const [first] = options;
		if (first) go(first.to);
	});

	function go(to: string) {
		onClose();
		navigate(to);
	}

	const hasNone = !isStale && typed !== '' && options.length === 0;
	const shown: ComboboxOption[] = options.map(({ id: key, label, detail, icon, note }) => ({
		...{ id: key, label, detail, trailing: note },
		leading: <Icon name={icon} size={17} className="text-muted" />,
	}));
	if (typed && !isStale)
		shown.push({ id: ALL, label: m.search_palette_all({ q: typed }), leading: <Icon name="search" size={17} className="text-muted" /> });
	const status = hasFailed
		? m.search_palette_offline()
		: isStale
			? ''
			: options.length > 0
				? m.search_palette_count({ count: options.length })
				: m.search_palette_none();

	return (
		<Dialog title={m.search_palette()} open={isOpen} onClose={onClose}>
			<Combobox
				control={{
					id,
					name: 'q',
					required: undefined,
					'aria-invalid': undefined,
					'aria-describedby': `${id}-hint`,
					'aria-label': m.search_palette(),
				}}
				listLabel={m.search_palette_list()}
				text={text}
				options={shown}
				isStale={isStale}
				isInline
				placeholder={m.search_field()}
				status={status}
				onText={(value) => {
					setWanted(null);
					setText(value);
				}}
				onPick={(option) => {
					if (option.id === ALL) go(paths.search({ q: typed }));
					const hit = options.find((one) => one.id === option.id);
					if (hit) go(hit.to);
				}}
				onEnter={(value) => setWanted(value.trim())}
			/>
			{/* Which keys do what is of no use to a thumb. */}
			<p id={`${id}-hint`} className={classes('mt-3 text-muted text-sm', !hasFailed && !hasNone && 'pointer-coarse:hidden')}>
				{hasFailed ? m.search_palette_offline() : hasNone ? m.search_palette_none() : m.search_palette_hint()}
			</p>
		</Dialog>
	);
}
