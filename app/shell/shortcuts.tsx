import { useNavigate } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';
import { can } from '#app/auth/policy.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { Dialog } from '#app/ui/dialog.tsx';

interface Shortcut {
	keys: string;
	label: string;
	to: string;
}

/** How long the second key may wait for the first (`g`, then `d`). */
const PAUSE_MS = 1_200;

function shortcutsFor(viewer: Viewer): Shortcut[] {
	return [
		...(can(viewer, 'log', 'dialogue') ? [{ keys: 'n', label: m.shell_log_dialogue(), to: paths.newDialogue() }] : []),
		{ keys: 'g h', label: m.shell_nav_my_day(), to: paths.myDay() },
		{ keys: 'g d', label: m.shell_nav_districts(), to: paths.districts() },
		{ keys: 'g v', label: m.shell_nav_companies(), to: paths.companies() },
	];
}

/** Keys that lead somewhere, for those who asked for them (an account setting); `?` lists them. */
export function Shortcuts({ viewer }: { viewer: Viewer }) {
	const navigate = useNavigate();
	const [isOpen, setOpen] = useState(false);
	const shortcuts = shortcutsFor(viewer);
	// Outlives the effect: between two keys the viewer may be loaded anew.
	const begun = useRef({ key: '', at: 0 });
	useEffect(() => {
		function press(event: KeyboardEvent) {
			if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
			if (event.key === '?') return setOpen(true);
			const prefix = event.timeStamp - begun.current.at < PAUSE_MS ? begun.current.key : '';
			begun.current = { key: event.key === 'g' ? 'g' : '', at: event.timeStamp };
			const keys = prefix ? `${prefix} ${event.key}` : event.key;
			const hit = shortcutsFor(viewer).find((shortcut) => shortcut.keys === keys);
			if (!hit) return;
			event.preventDefault();
			navigate(hit.to);
		}
		document.addEventListener('keydown', press);
		return () => document.removeEventListener('keydown', press);
	}, [navigate, viewer]);
	return (
		<Dialog title={m.shell_shortcuts()} open={isOpen} onClose={() => setOpen(false)}>
			<dl className="grid grid-cols-[1fr_auto] gap-y-2">
				{[...shortcuts, { keys: 'Ctrl Enter', label: m.shell_shortcut_save() }, { keys: '?', label: m.shell_shortcuts() }].map(({ keys, label }) => (
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

// A window just closed keeps the focus until the next frame: only an open one holds the keys.
const isTyping = (target: EventTarget | null): boolean =>
	target instanceof Element && target.closest('input, select, textarea, dialog[open], [contenteditable]') !== null;
