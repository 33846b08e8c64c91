import { type ComponentType, lazy, Suspense, useEffect, useRef, useState } from 'react';
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
 * key works with the other shortcuts off too: it takes no letter from anybody. What is typed before the palette has come is kept for it.
 */
export function PaletteOpener() {
	const [isOpen, setOpen] = useState(false);
	/** Null = the palette hears for itself. */
	const early = useRef<string | null>(null);
	const [isFetched, setFetched] = useState(false);

	useEffect(() => {
		const timer = setTimeout(() => void load().catch(() => undefined), REST_MS);
		return () => clearTimeout(timer);
	}, []);

	useEffect(() => {
		function open() {
			if (isUnreachable) return;
			early.current ??= '';
			setFetched(true);
			setOpen(true);
		}
		function press(event: KeyboardEvent) {
			if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'k') {
				event.preventDefault();
				open();
			} else if (early.current !== null && !event.ctrlKey && !event.metaKey && (event.key.length === 1 || event.key === 'Enter')) {
				event.preventDefault();
				early.current += event.key === 'Enter' ? '\n' : event.key;
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

	if (!isFetched) return null;
	return (
		<Suspense fallback={null}>
			<Palette early={early} isOpen={isOpen} onClose={() => setOpen(false)} />
		</Suspense>
	);
}

function Unreachable({ early, onClose }: PaletteProps) {
	useEffect(() => {
		isUnreachable = true;
		early.current = null;
		onClose();
	});
	return null;
}
