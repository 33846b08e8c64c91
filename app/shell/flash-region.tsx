import { Form, useLocation } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';
import type { Flash } from '#app/http/flash.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { Icon } from '#app/ui/icon.tsx';
import { useNextFocus } from './next-focus.ts';

/** A message in the reader's words. */
type Said = Flash & { text: string };

/** Nobody reads faster than this while looking for the next thing. */
const AT_LEAST_MS = 10_000;

/**
 * What was just done, said politely, with a way back. Stays until dismissed or until the next page, but ten seconds
 * at least. On a phone it lies above the bar, and over a form under the top: it never covers what is pressed next (tailwind.css).
 */
export function FlashRegion({ flash }: { flash: Said | null }) {
	const [shown, dismiss] = useShown(flash);
	const notice = useNextFocus(shown?.id);
	return (
		<div
			role="status"
			data-screen-only
			className="pointer-events-none fixed inset-x-3 top-(--message-top) bottom-(--message-bottom) z-30 md:right-6 md:left-auto"
		>
			{shown && (
				<div
					key={shown.id}
					ref={notice}
					tabIndex={-1}
					data-message
					className="pointer-events-auto flex h-14 animate-appear items-center gap-2.5 rounded-lg border border-line bg-raised pr-1.5 pl-4 shadow-raised md:min-w-80 md:max-w-lg"
				>
					<Icon name="success" size={18} className="text-success" />
					<p className="line-clamp-2 min-w-0 flex-1 leading-snug">{shown.text}</p>
					{shown.undo && <UndoForm undo={shown.undo} />}
					<button
						type="button"
						onClick={dismiss}
						aria-label={m.shell_dismiss()}
						className="grid size-11 place-items-center rounded-md text-muted hover:bg-well hover:text-text md:size-9"
					>
						<Icon name="close" />
					</button>
				</div>
			)}
		</div>
	);
}

/** One press, or Ctrl + Z from anywhere but a field, where it takes back what was typed. */
function UndoForm({ undo }: { undo: NonNullable<Flash['undo']> }) {
	const form = useRef<HTMLFormElement>(null);
	useEffect(() => {
		const onKey = (event: KeyboardEvent) => {
			const isUndo = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
			if (!isUndo || isTyping(event.target)) return;
			event.preventDefault();
			form.current?.requestSubmit();
		};
		document.addEventListener('keydown', onKey);
		return () => document.removeEventListener('keydown', onKey);
	}, []);
	return (
		<Form ref={form} method="post" action={undo.action}>
			{Object.entries(undo.fields).map(([name, value]) => (
				<input key={name} type="hidden" name={name} value={value} />
			))}
			<button
				type="submit"
				aria-keyshortcuts="Control+Z"
				className="inline-flex min-h-11 items-center rounded-md px-2.5 font-semibold text-accent hover:bg-accent-soft md:min-h-9"
			>
				{m.shell_undo()}
			</button>
		</Form>
	);
}

const isTyping = (target: EventTarget | null): boolean =>
	target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

function useShown(flash: Said | null): [Said | null, () => void] {
	const { key } = useLocation();
	const [shown, setShown] = useState(flash && { flash, page: key, until: 0 });
	// biome-ignore lint/correctness/useExhaustiveDependencies: a later page with the same message in hand is no new message.
	useEffect(() => {
		if (flash) setShown({ flash, page: key, until: Date.now() + AT_LEAST_MS });
	}, [flash?.id]);
	useEffect(() => {
		if (!shown || shown.page === key) return;
		const timer = setTimeout(() => setShown(null), Math.max(0, shown.until - Date.now()));
		return () => clearTimeout(timer);
	}, [shown, key]);
	return [shown?.flash ?? null, () => setShown(null)];
}
