import { useBeforeUnload, useBlocker } from '@remix-run/react';
import { useCallback, useEffect, useRef } from 'react';
import { m } from '#app/i18n/paraglide/messages.js';

/** Asks before typed text is left behind: closing the tab, and going to another page of ours. Returns what to call as the form changes and as it is sent. */
export function useUnsaved() {
	const isDirty = useRef(false);
	const warn = useCallback((event: BeforeUnloadEvent) => {
		if (isDirty.current) event.preventDefault();
	}, []);
	useBeforeUnload(warn);
	const blocker = useBlocker(({ currentLocation, nextLocation }) => isDirty.current && currentLocation.pathname !== nextLocation.pathname);
	useEffect(() => {
		if (blocker.state !== 'blocked') return;
		if (window.confirm(m.dialogues_leave_warning())) blocker.proceed();
		else blocker.reset();
	}, [blocker]);
	const mark = useCallback((dirty: boolean) => {
		isDirty.current = dirty;
	}, []);
	return mark;
}
