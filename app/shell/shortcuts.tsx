import { useNavigate } from '@remix-run/react';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { can } from '#app/auth/policy.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { openPalette } from './palette-opener.tsx';
import type { Shortcut } from './shortcut.ts';

const ShortcutSheet = lazy(() => import('./shortcut-sheet.tsx'));

/** How long the second key may wait for the first (`g`, then `d`). */
const PAUSE_MS = 1_200;

function shortcutsFor(viewer: Viewer): Shortcut[] {
	return [
		...(can(viewer, 'log', 'dialogue') ? [{ keys: 'n', label: m.shell_log_dialogue(), to: paths.newDialogue() }] : []),
		{ keys: '/', label: m.shell_search(), to: null },
		{ keys: 'g s', label: m.shell_search_page(), to: paths.search() },
		{ keys: 'g h', label: m.shell_nav_my_day(), to: paths.myDay() },
		{ keys: 'g d', label: m.shell_nav_districts(), to: paths.districts() },
		{ keys: 'g v', label: m.shell_nav_companies(), to: paths.companies() },
	];
}

/** Keys that lead somewhere, for those who asked for them (an account setting); `?` lists them. */
export function Shortcuts({ viewer }: { viewer: Viewer }) {
	const navigate = useNavigate();
	const [isOpen, setOpen] = useState(false);
	// The sheet comes with the first `?`.
	const [isWanted, setWanted] = useState(false);
	// Outlives the effect: between two keys the viewer may be loaded anew.
	const begun = useRef({ key: '', at: 0 });
	useEffect(() => {
		function press(event: KeyboardEvent) {
			if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
			if (event.key === '?') {
				setWanted(true);
				return setOpen(true);
			}
			const prefix = event.timeStamp - begun.current.at < PAUSE_MS ? begun.current.key : '';
			begun.current = { key: event.key === 'g' ? 'g' : '', at: event.timeStamp };
			const keys = prefix ? `${prefix} ${event.key}` : event.key;
			if (keys === 'j' || keys === 'k') return toRow(keys === 'j' ? 1 : -1);
			const hit = shortcutsFor(viewer).find((shortcut) => shortcut.keys === keys);
			if (!hit) return;
			event.preventDefault();
			if (hit.to === null) openPalette();
			else navigate(hit.to);
		}
		document.addEventListener('keydown', press);
		return () => document.removeEventListener('keydown', press);
	}, [navigate, viewer]);
	return isWanted ? (
		<Suspense fallback={null}>
			<ShortcutSheet shortcuts={shortcutsFor(viewer)} open={isOpen} onClose={() => setOpen(false)} />
		</Suspense>
	) : null;
}

// A window just closed keeps the focus until the next frame: only an open one holds the keys.
const isTyping = (target: EventTarget | null): boolean =>
	target instanceof Element && target.closest('input, select, textarea, dialog[open], [contenteditable]') !== null;

/** The next or previous row of the page's lists takes the focus; Enter then opens it as any link. */
function toRow(step: 1 | -1): void {
	const rows = [...document.querySelectorAll<HTMLElement>('main [data-row]')];
	const at = document.activeElement instanceof HTMLElement ? rows.indexOf(document.activeElement) : -1;
	rows[at < 0 && step < 0 ? rows.length - 1 : Math.min(Math.max(at + step, 0), rows.length - 1)]?.focus();
}
