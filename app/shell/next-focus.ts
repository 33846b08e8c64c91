import { useEffect, useRef } from 'react';

/** Where a deed was done: its row among those of its list. */
interface Place {
	page: string;
	list: Element | null;
	at: number;
}

/**
 * What was pressed is gone with its row when the deed is done: the keyboard goes on at the row that took its place, or where
 * there is none at the notice that says what was done, never at the top of the page.
 */
export function useNextFocus(flashId: string | undefined) {
	const pressed = useRef<Place | null>(null);
	const notice = useRef<HTMLDivElement>(null);
	useEffect(() => {
		const onSubmit = ({ submitter }: SubmitEvent) => {
			const row = submitter?.closest('li, tr') ?? null;
			const list = row?.parentElement ?? null;
			pressed.current = { page: location.pathname, list, at: row && list ? [...list.children].indexOf(row) : -1 };
		};
		document.addEventListener('submit', onSubmit, true);
		return () => document.removeEventListener('submit', onSubmit, true);
	}, []);
	useEffect(() => {
		const place = pressed.current;
		pressed.current = null;
		if (!flashId || place?.page !== location.pathname || document.activeElement !== document.body) return;
		const next = place.list?.isConnected ? place.list.children[Math.min(place.at, place.list.children.length - 1)] : undefined;
		const target = next?.querySelector<HTMLElement>('button') ?? next?.querySelector<HTMLElement>('a');
		(target ?? notice.current)?.focus({ preventScroll: !target });
	}, [flashId]);
	return notice;
}
