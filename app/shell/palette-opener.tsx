import { type ComponentType, lazy, Suspense, useContext, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { NonceContext } from '#app/http/nonce.tsx';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import type { PaletteProps } from '#app/search/components/palette.tsx';

const load = () => import('#app/search/components/palette.tsx');
// Without a network there is no palette: the links lead on as they are, and no key is held back.
const Palette = lazy<ComponentType<PaletteProps>>(() => load().catch(() => ({ default: Unreachable })));
let isUnreachable = false;

const OPEN = 'distrikt:palette';
/** Fetched ahead once the page has come to rest; on first use at the latest. */
const REST_MS = 3_000;
const TAKEN = 'distrikt:taken';

/** Runs where it stands, behind the form: hears Ctrl-K until the opener does, and shows the field. Enter there leads to the search page. */
const UNTIL_THEN = `{
	const form = document.currentScript.previousElementSibling, over = new AbortController();
	form.addEventListener('${TAKEN}', () => over.abort());
	document.addEventListener('keydown', (event) => {
		if (event.key === 'Escape') form.hidden = true;
		if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.key.toLowerCase() !== 'k') return;
		event.preventDefault();
		form.hidden = false;
		form.elements[0].focus();
	}, { capture: true, signal: over.signal });
}`;

/** Opens the palette from anywhere on the page. */
export const openPalette = () => document.dispatchEvent(new Event(OPEN));

/**
 * Ctrl-K (Cmd-K) and every link marked `data-palette` open the palette; without scripts those lead to the search page. The
 * key works with the other shortcuts off too: it takes no letter from anybody, and at any moment of the page's coming. Until
 * the palette is there, a field out of sight has the focus, so that the browser itself makes é of two keys and takes letters
 * back; the palette goes on with it.
 */
export function PaletteOpener() {
	const [isOpen, setOpen] = useState(false);
	const [isFetched, setFetched] = useState(false);
	/** A letter of several keys is finished in the field it was begun in. */
	const [isComposing, setComposing] = useState(false);
	const form = useRef<HTMLFormElement>(null);
	const early = useRef<HTMLInputElement>(null);
	const nonce = useContext(NonceContext);
	const focusedBefore = useRef<Element | null>(null);

	useEffect(() => {
		const timer = setTimeout(() => void load().catch(() => undefined), REST_MS);
		return () => clearTimeout(timer);
	}, []);

	useEffect(() => {
		function open() {
			if (isUnreachable || !early.current || !form.current?.hidden) return;
			focusedBefore.current = document.activeElement;
			early.current.value = '';
			early.current.readOnly = false;
			// At once: the next key may come before React would get to it.
			flushSync(() => {
				setFetched(true);
				setComposing(false);
				setOpen(true);
			});
			early.current.focus();
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
		form.current?.dispatchEvent(new Event(TAKEN));
		if (!form.current?.hidden) {
			setFetched(true);
			setOpen(true);
		}
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

	return (
		<>
			<form
				ref={form}
				action={paths.search()}
				hidden={!isOpen}
				// Open already, if the key came before the scripts.
				suppressHydrationWarning
				onSubmit={(event) => {
					event.preventDefault();
					// Enter ends what is typed; the palette takes a line that is ended as an order.
					if (early.current) early.current.readOnly = true;
				}}
			>
				<input
					ref={early}
					name="q"
					aria-label={m.search_palette()}
					autoComplete="off"
					spellCheck={false}
					onCompositionStart={() => setComposing(true)}
					onCompositionEnd={() => setComposing(false)}
					onKeyDown={({ key }) => key === 'Escape' && !isComposing && setOpen(false)}
					className="fixed top-0 left-0 size-px opacity-0"
				/>
			</form>
			{/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant. */}
			<script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: UNTIL_THEN }} />
			{isFetched && (
				<Suspense fallback={null}>
					<Palette early={early} isOpen={isOpen && !isComposing} onClose={() => setOpen(false)} />
				</Suspense>
			)}
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
