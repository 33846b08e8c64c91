import { m } from '#app/i18n/paraglide/messages.js';
import { Dialog } from '#app/ui/dialog.tsx';
import type { Shortcut } from './shortcut.ts';

interface ShortcutSheetProps {
	shortcuts: readonly Shortcut[];
	open: boolean;
	onClose: () => void;
}

/** Every key that does something, and how to switch the single ones off. */
export default function ShortcutSheet({ shortcuts, open, onClose }: ShortcutSheetProps) {
	const all = [
		{ keys: 'Ctrl K', label: m.shell_search() },
		...shortcuts,
		{ keys: 'j k', label: m.shell_shortcut_rows() },
		{ keys: 'Ctrl Enter', label: m.shell_shortcut_save() },
		{ keys: '?', label: m.shell_shortcuts() },
	];
	return (
		<Dialog title={m.shell_shortcuts()} open={open} onClose={onClose}>
			<dl className="grid grid-cols-[1fr_auto] gap-y-2">
				{all.map(({ keys, label }) => (
					<div key={keys} className="contents">
						<dt>{label}</dt>
						<dd className="flex justify-end gap-1">
							{keys.split(' ').map((key) => (
								<kbd key={key} className="min-w-6 rounded-sm border border-strong-line bg-well px-1.5 text-center font-sans text-sm capitalize">
									{key}
								</kbd>
							))}
						</dd>
					</div>
				))}
			</dl>
			<p className="mt-4 text-muted text-sm">{m.shell_shortcuts_off()}</p>
		</Dialog>
	);
}
