import { useLocation } from '@remix-run/react';
import { can } from '#app/auth/policy.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { isAt, type Place } from '#app/places.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { Wordmark } from '#app/ui/mark.tsx';
import { LateAccountMenu } from './late-account-menu.tsx';

/** Navigation where there is room for it. */
export function Sidebar({ viewer, places, admin }: { viewer: Viewer; places: readonly Place[]; admin: readonly Place[] }) {
	return (
		<header className="sidebar" data-screen-only>
			<a href={paths.myDay()} className="mx-1 mb-5 inline-flex w-fit rounded-md px-1 py-0.5">
				<Wordmark />
			</a>
			{can(viewer, 'log', 'dialogue') && (
				<ButtonLink to={paths.newDialogue()} variant="primary" icon="plus" className="mb-5 w-full">
					{m.shell_log_dialogue()}
					{viewer.hasShortcuts && (
						<span aria-hidden="true" className="ml-auto rounded-sm border border-on-accent/40 px-1.5 text-xs">
							N
						</span>
					)}
				</ButtonLink>
			)}
			<SearchLink />
			<nav aria-label={m.shell_nav_main()} className="flex-1 overflow-y-auto">
				<PlaceList places={places} />
				{admin.length > 0 && (
					<>
						<p className="mt-6 mb-1 px-2.5 font-medium text-muted text-xs">{m.shell_nav_administration()}</p>
						<PlaceList places={admin} />
					</>
				)}
			</nav>
			<LateAccountMenu viewer={viewer} opens="up" />
		</header>
	);
}

/** To the search page; with scripts the palette opens instead (palette-opener.tsx). */
const SearchLink = () => (
	<a href={paths.search()} data-palette className="search-link">
		<Icon name="search" size={17} />
		{m.shell_search()}
		<span aria-hidden="true" className="ml-auto rounded-sm border border-line px-1.5 font-sans text-xs">
			{m.shell_search_keys()}
		</span>
	</a>
);

function PlaceList({ places }: { places: readonly Place[] }) {
	const { pathname } = useLocation();
	return (
		<ul>
			{places.map((place) => (
				<li key={place.to}>
					<a href={place.to} aria-current={isAt(place, pathname) ? 'page' : undefined} className="place">
						<Icon name={place.icon} size={17} />
						{place.label}
					</a>
				</li>
			))}
		</ul>
	);
}
