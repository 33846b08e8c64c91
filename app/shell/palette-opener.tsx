import { type ComponentType, lazy, Suspense, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { m } from '#app/i18n/paraglide/messages.js';
import type { PaletteProps } from '#app/search/components/palette.tsx';

const load = () => import('#app/search/components/palette.tsx');
// Without a network there is no palette: the links lead on as they are, and no key is held back.
const Palette = lazy<ComponentType<PaletteProps>>(() => load().catch(() => ({ default: Unreachable })));
let isUnreachable = false;

const OPEN = 'distrikt:palette';
/** Fetched ahead once the page has come to rest; on first use at the latest. */
const REST_MS = 3_000;

/** Opens the palette from anywhere on the page. */
export const openPalette = () => document.dispatchEvent(new Event(OPEN));

/**
 * Ctrl-K (Cmd-K) and every link marked `data-palette` open the palette; without scripts those lead to the search page. The
 * key works with the other shortcuts off too: it takes no letter from anybody. Until the palette has come, a field out of
 * sight has the focus, so that the browser itself makes é of two keys and takes letters back; the palette goes on with it.
 */
export function PaletteOpener() {
	const [isOpen, setOpen] = useState(false);
	const [isFetched, setFetched] = useState(false);
	/** A letter of several keys is finished in the field it was begun in. */
	const [isComposing, setComposing] = useState(false);
	const early = useRef<HTMLInputElement>(null);
	const focusedBefore = useRef<Element | null>(null);

	useEffect(() => {
		const timer = setTimeout(() => void load().catch(() => undefined), REST_MS);
		return () => clearTimeout(timer);
	}, []);

	useEffect(() => {
		function open() {
			if (isUnreachable || early.current) return;
			focusedBefore.current = document.activeElement;
			// At once: the next key may come before React would get to it.
			flushSync(() => {
				setFetched(true);
				setComposing(false);
				setOpen(true);
			});
		}
		function press(event: KeyboardEvent) {
			if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'k') {
				event.preventDefault();
				open();
			}
		}
		function click(event: MouseEvent) {
			if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
			if (isUnreachable || !(event.target instanceof Element) || !event.target.closest('a[data-palette]')) return;
			event.preventDefault();
			open();
		}
		document.addEventListener('keydown', press, true);
		document.addEventListener('click', click, true);
		document.addEventListener(OPEN, open);
		return () => {
			document.removeEventListener('keydown', press, true);
			document.removeEventListener('click', click, true);
			document.removeEventListener(OPEN, open);
		};
	}, []);

	useEffect(() => {
		// The window gives the focus back to the field out of sight, which is no more.
		if (!isOpen && focusedBefore.current instanceof HTMLElement) focusedBefore.current.focus({ preventScroll: true });
	}, [isOpen]);

	if (!isFetched) return null;
	return (
		<>
			{isOpen && (
				<form
					onSubmit={(event) => {
						event.preventDefault();
						// Enter ends what is typed; the palette takes a line that is ended as an order.
						if (early.current) early.current.readOnly = true;
					}}
				>
					<input
						ref={early}
						aria-label={m.search_palette()}
						autoComplete="off"
						spellCheck={false}
						// biome-ignore lint/a11y/noAutofocus: somebody has just asked for it.
						autoFocus
						onCompositionStart={() => setComposing(true)}
						onCompositionEnd={() => setComposing(false)}
						onKeyDown={({ key }) => key === 'Escape' && !isComposing && setOpen(false)}
						className="fixed top-0 left-0 size-px opacity-0"
					/>
				</form>
			)}
			<Suspense fallback={null}>
				<Palette early={early} isOpen={isOpen && !isComposing} onClose={() => setOpen(false)} />
			</Suspense>
		</>
	);
}

function Unreachable({ onClose }: PaletteProps) {
	useEffect(() => {
		isUnreachable = true;
		onClose();
	});
	return null;
}
