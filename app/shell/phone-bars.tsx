import { useLocation } from '@remix-run/react';
import { can } from '#app/auth/policy.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { isAt, type Place } from '#app/places.ts';
import { Icon } from '#app/ui/icon.tsx';
import { Wordmark } from '#app/ui/mark.tsx';
import { LateAccountMenu } from './late-account-menu.tsx';

/** On a phone: where am I, and who. */
export function TopBar({ viewer }: { viewer: Viewer }) {
	return (
		<header className="top-bar" data-top-bar data-screen-only>
			<a href={paths.myDay()} className="inline-flex min-h-11 items-center rounded-md">
				<Wordmark />
			</a>
			<div className="flex items-center">
				<a
					href={paths.search()}
					data-palette
					aria-label={m.shell_search()}
					className="grid size-11 place-items-center rounded-md text-muted hover:bg-well hover:text-text"
				>
					<Icon name="search" size={20} />
				</a>
				<LateAccountMenu viewer={viewer} opens="down" />
			</div>
		</header>
	);
}

/** On a phone: the places under the thumb, the deed of the day in the middle. */
export function BottomBar({ viewer, places }: { viewer: Viewer; places: readonly Place[] }) {
	const { pathname } = useLocation();
	const canLog = can(viewer, 'log', 'dialogue');
	const [left, right] = canLog ? [places.slice(0, 2), places.slice(2, 4)] : [places, []];
	const tab = (place: Place) => (
		<li key={place.to} className="min-w-0">
			<a href={place.to} aria-current={isAt(place, pathname) ? 'page' : undefined} className="tab">
				<Icon name={place.icon} size={21} />
				<span>{place.short}</span>
			</a>
		</li>
	);
	return (
		<nav aria-label={m.shell_nav_main()} data-bar data-screen-only className="bottom-bar">
			<ul>
				{left.map(tab)}
				{canLog && (
					<li className="flex justify-center">
						<a href={paths.newDialogue()} className="tab-deed">
							<span>
								<Icon name="plus" size={22} />
							</span>
							<span>
								{m.shell_log_dialogue_short()}
								<span className="sr-only"> {m.shell_log_dialogue_rest()}</span>
							</span>
						</a>
					</li>
				)}
				{right.map(tab)}
			</ul>
		</nav>
	);
}
