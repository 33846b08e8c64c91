import { useLocation } from '@remix-run/react';
import { type ReactNode, useEffect, useRef } from 'react';
import type { Viewer } from '#app/auth/viewer.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { adminPlacesFor, placesFor } from '#app/places.ts';
import { PaletteOpener } from './palette-opener.tsx';
import { BottomBar, TopBar } from './phone-bars.tsx';
import { Shortcuts } from './shortcuts.tsx';
import { Sidebar } from './sidebar.tsx';

/** The frame round every page of somebody signed in. */
export function Shell({ viewer, children }: { viewer: Viewer; children: ReactNode }) {
	const main = useFocusOnNewPage();
	const places = placesFor(viewer);
	const admin = adminPlacesFor(viewer);
	return (
		<div className="min-h-dvh print:block md:grid md:grid-cols-[14.5rem_minmax(0,1fr)]">
			<PaletteOpener />
			<a href="#main" className="skip-link">
				{m.shell_skip()}
			</a>
			<Sidebar viewer={viewer} places={places} admin={admin} />
			<TopBar viewer={viewer} />
			<main ref={main} id="main" tabIndex={-1} className="min-w-0 pb-[calc(var(--bar)+var(--message))]">
				{children}
			</main>
			<BottomBar viewer={viewer} places={[...places.filter(({ isMinor }) => !isMinor), ...admin]} />
			{viewer.hasShortcuts && <Shortcuts viewer={viewer} />}
		</div>
	);
}

/** A client navigation leaves the focus where the link was; a new page begins at its content, unless a field of it took the focus. */
function useFocusOnNewPage() {
	const main = useRef<HTMLElement>(null);
	const { pathname } = useLocation();
	const last = useRef(pathname);
	useEffect(() => {
		if (last.current === pathname) return;
		last.current = pathname;
		if (!main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true });
	}, [pathname]);
	return main;
}
