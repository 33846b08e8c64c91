import { useLocation } from '@remix-run/react';
import { can } from '#app/auth/policy.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { adminPlacesFor, isAt, type Place, placesFor } from '#app/places.ts';
import { classes } from '#app/ui/class-names.ts';
import { Icon } from '#app/ui/icon.tsx';
import { Wordmark } from '#app/ui/mark.tsx';
import { LateAccountMenu } from './late-account-menu.tsx';

/** On a phone: where am I, and who. */
export function TopBar({ viewer }: { viewer: Viewer }) {
	return (
		<header
			className="sticky top-0 z-20 flex h-14 items-center justify-between border-line border-b bg-surface pr-2 pl-4 md:hidden"
			data-top-bar
			data-screen-only
		>
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
export function BottomBar({ viewer }: { viewer: Viewer }) {
	const places = [...placesFor(viewer).filter(({ isMinor }) => !isMinor), ...adminPlacesFor(viewer)];
	const canLog = can(viewer, 'log', 'dialogue');
	const [left, right] = canLog ? [places.slice(0, 2), places.slice(2, 4)] : [places, []];
	return (
		<nav
			aria-label={m.shell_nav_main()}
			data-bar
			data-screen-only
			className="fixed inset-x-0 bottom-0 z-20 border-line border-t bg-surface pb-[env(safe-area-inset-bottom)] md:hidden"
		>
			<ul className="grid h-16 auto-cols-fr grid-flow-col">
				{left.map((place) => (
					<Tab key={place.to} place={place} />
				))}
				{canLog && (
					<li className="flex justify-center">
						<a
							href={paths.newDialogue()}
							className="group flex w-full flex-col items-center justify-center gap-0.5 pt-0.5 font-semibold text-[0.6875rem] text-accent leading-4"
						>
							<span className="grid h-8 w-15 place-items-center rounded-full bg-accent text-on-accent group-active:bg-accent-strong">
								<Icon name="plus" size={22} />
							</span>
							<span>
								{m.shell_log_dialogue_short()}
								<span className="sr-only"> {m.shell_log_dialogue_rest()}</span>
							</span>
						</a>
					</li>
				)}
				{right.map((place) => (
					<Tab key={place.to} place={place} />
				))}
			</ul>
		</nav>
	);
}

function Tab({ place }: { place: Place }) {
	const { pathname } = useLocation();
	const isHere = isAt(place, pathname);
	return (
		<li className="min-w-0">
			<a
				href={place.to}
				aria-current={isHere ? 'page' : undefined}
				className={classes(
					'flex h-full flex-col items-center justify-center gap-1.5 border-t-2 pt-1 text-[0.6875rem] leading-4',
					isHere ? 'border-accent font-semibold text-accent' : 'border-transparent text-muted',
				)}
			>
				<Icon name={place.icon} size={21} />
				<span className="max-w-full truncate">{place.short}</span>
			</a>
		</li>
	);
}
