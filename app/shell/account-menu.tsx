import { Form, useLocation } from '@remix-run/react';
import type { ReactNode } from 'react';
import { can } from '#app/auth/policy.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { adminPlacesFor, placesFor } from '#app/places.ts';
import { classes } from '#app/ui/class-names.ts';
import { Icon } from '#app/ui/icon.tsx';
import { MENU_ITEM, Menu } from '#app/ui/menu.tsx';
import { THEMES, type Theme } from '#db/vocabulary.ts';

const LABEL: Record<Theme, () => string> = {
	system: () => m.shell_theme_system(),
	light: () => m.shell_theme_light(),
	dark: () => m.shell_theme_dark(),
};

/** Who is signed in, and what belongs to them. */
export function AccountMenu({ viewer, opens }: { viewer: Viewer; opens: 'up' | 'down' }) {
	const location = useLocation();
	const unit = viewer.memberships[0]?.unitName;
	return (
		<Menu
			label={m.shell_account_menu({ name: viewer.name })}
			summary={
				<>
					<Initials name={viewer.name} />
					<span className={classes('min-w-0 flex-1', opens === 'down' && 'sr-only')}>
						<span className="block truncate font-medium leading-tight">{viewer.name}</span>
						{unit && <span className="block truncate text-muted text-xs">{unit}</span>}
					</span>
				</>
			}
			summaryClassName="flex min-h-11 items-center gap-2.5 rounded-md px-2 hover:bg-well"
			className={classes('w-64', opens === 'up' ? 'bottom-full left-0 mb-1.5' : 'top-full right-0 mt-1.5')}
		>
			<p className="truncate px-2.5 pt-1.5 pb-2 text-muted text-sm">{viewer.email}</p>
			<a href={paths.account()} className={MENU_ITEM}>
				<Icon name="account" />
				{m.shell_my_account()}
			</a>
			<a href={paths.archive()} className={MENU_ITEM}>
				<Icon name="archive" />
				{m.upkeep_archive_page()}
			</a>
			{can(viewer, 'see', 'trash') && (
				<a href={paths.trash()} className={MENU_ITEM}>
					<Icon name="trash" />
					{m.upkeep_trash()}
				</a>
			)}
			{opens === 'down' &&
				[...placesFor(viewer).filter(({ isMinor }) => isMinor), ...adminPlacesFor(viewer)].map((place) => (
					<a key={place.to} href={place.to} className={MENU_ITEM}>
						<Icon name={place.icon} />
						{place.label}
					</a>
				))}
			<ThemeChoice chosen={viewer.theme} next={location.pathname + location.search} />
			<hr className="my-1.5 border-line" />
			<Form method="post" action={paths.signOut()} reloadDocument>
				<button type="submit" className={MENU_ITEM}>
					<Icon name="forward" />
					{m.shell_sign_out()}
				</button>
			</Form>
		</Menu>
	);
}

function ThemeChoice({ chosen, next }: { chosen: Theme; next: string }): ReactNode {
	return (
		<Form method="post" action={paths.preferences()} aria-label={m.shell_theme()} preventScrollReset className="px-2.5 py-1.5">
			<input type="hidden" name="next" value={next} />
			<p className="mb-1 text-muted text-xs">{m.shell_theme()}</p>
			<div className="themes">
				{THEMES.map((theme) => (
					<button key={theme} type="submit" name="theme" value={theme} aria-pressed={theme === chosen}>
						{LABEL[theme]()}
					</button>
				))}
			</div>
		</Form>
	);
}

function Initials({ name }: { name: string }) {
	const words = name.trim().split(/\s+/);
	const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.[0] ?? '').join('');
	return (
		<span aria-hidden="true" className="initials">
			{letters}
		</span>
	);
}
