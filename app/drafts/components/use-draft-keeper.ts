import { useBlocker, useNavigation } from '@remix-run/react';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { DRAFT_FIELDS, type DraftKey } from '../forms.ts';
import { DraftKeeper, type KeepState } from '../keeper.ts';

export interface Kept extends DraftKey {
	/** The address that opens the form again, without `?draft=`. */
	path: string;
	/** What the list of drafts calls it. */
	label: string | null;
	/** Null for a new record. */
	baseVersion: number | null;
}

/** Wires a keeper to the form round `inside`: typing, leaving, coming back, sending. */
export function useDraftKeeper(inside: RefObject<HTMLElement>, kept: Kept, seenAt: Date | null, isUnsavedAtFirst: boolean) {
	const [state, setState] = useState<KeepState>({ kind: 'idle' });
	const keeper = useRef<DraftKeeper | null>(null);
	const latest = useRef(kept);
	latest.current = kept;
	const url = paths.draft(kept.form, kept.recordId);
	const seen = seenAt?.getTime() ?? null;

	useEffect(() => {
		const form = inside.current?.closest('form');
		if (!form) return;
		const tab = crypto.randomUUID();
		const own = new DraftKeeper({
			url,
			tell: setState,
			seenAt: seen === null ? null : new Date(seen),
			fields: (told) => fieldsOf(form, latest.current, { ...told, tab }),
		});
		keeper.current = own;
		const forget = listen(form, own);
		if (isUnsavedAtFirst) own.typed();
		return () => {
			void own.save({ isLeaving: true });
			own.stop();
			forget();
		};
	}, [inside, url, seen, isUnsavedAtFirst]);

	const isUnderWay = useNavigation().state !== 'idle';
	useEffect(() => {
		if (!isUnderWay) keeper.current?.resume();
	}, [isUnderWay]);

	const blocker = useBlocker(
		({ currentLocation, nextLocation }) => Boolean(keeper.current?.isFailing) && currentLocation.pathname !== nextLocation.pathname,
	);
	useEffect(() => {
		if (blocker.state !== 'blocked') return;
		if (window.confirm(m.drafts_leave())) blocker.proceed();
		else blocker.reset();
	}, [blocker]);

	return { state, keeper };
}

function listen(form: HTMLFormElement, keeper: DraftKeeper): () => void {
	const typed = ({ target }: Event) => {
		// A field that belongs to no form's post (a search box for a picker) is nobody's text.
		if (target instanceof Element && target.closest('[data-no-draft]') === null) keeper.typed();
	};
	const leaving = () => void keeper.save({ isLeaving: true });
	const hidden = () => document.visibilityState === 'hidden' && leaving();
	const online = () => void keeper.save();
	const sent = () => keeper.pause();
	const warn = (event: BeforeUnloadEvent) => {
		if (!keeper.isUnsaved) return;
		leaving();
		event.preventDefault();
	};
	const wired: Array<[EventTarget, string, (event: never) => unknown]> = [
		[form, 'input', typed],
		[form, 'change', typed],
		[form, 'submit', sent],
		[document, 'visibilitychange', hidden],
		[window, 'pagehide', leaving],
		[window, 'online', online],
		[window, 'beforeunload', warn],
	];
	for (const [target, event, handler] of wired) target.addEventListener(event, handler as EventListener);
	return () => {
		for (const [target, event, handler] of wired) target.removeEventListener(event, handler as EventListener);
	};
}

function fieldsOf(form: HTMLFormElement, { path, label, baseVersion }: Kept, told: Record<string, string>): URLSearchParams {
	const fields = new URLSearchParams();
	for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.append(name, value);
	const about = { ...told, path, label: label ?? '', baseVersion: baseVersion === null ? '' : String(baseVersion) };
	for (const [name, value] of Object.entries(about)) fields.set(`${DRAFT_FIELDS}${name}`, value);
	return fields;
}
