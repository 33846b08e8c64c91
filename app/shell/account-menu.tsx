import { Form, useLocation } from '@remix-run/react';
import type { ReactNode } from 'react';
import { can } from '#app/auth/policy.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { adminPlacesFor, placesFor } from '#app/places.ts';
import { classes } from '#app/ui/class-names.ts';
import { Icon } from '#app/ui/icon.tsx';
import { THEMES, type Theme } from '#db/vocabulary.ts';

const ITEM = 'flex min-h-11 w-full items-center gap-2.5 rounded-md px-2.5 text-left hover:bg-well md:min-h-9';
const LABEL: Record<Theme, () => string> = {
	system: () => m.shell_theme_system(),
	light: () => m.shell_theme_light(),
	dark: () => m.shell_theme_dark(),
};

/** Who is signed in, and what belongs to them. `<details>`: opens without JavaScript, and a new page finds it closed. */
export function AccountMenu({ viewer, opens }: { viewer: Viewer; opens: 'up' | 'down' }) {
	const location = useLocation();
	const unit = viewer.memberships[0]?.unitName;
	return (
		<details
			key={location.key}
			className="relative"
			onBlur={(event) => {
				if (!event.currentTarget.contains(event.relatedTarget)) event.currentTarget.open = false;
			}}
			onKeyDown={(event) => {
				if (event.key !== 'Escape' || !event.currentTarget.open) return;
				event.currentTarget.open = false;
				event.currentTarget.querySelector('summary')?.focus();
			}}
		>
			<summary aria-label={m.shell_account_menu({ name: viewer.name })} className="flex min-h-11 items-center gap-2.5 rounded-md px-2 hover:bg-well">
				<Initials name={viewer.name} />
				<span className={classes('min-w-0 flex-1', opens === 'down' && 'sr-only')}>
					<span className="block truncate font-medium leading-tight">{viewer.name}</span>
					{unit && <span className="block truncate text-muted text-xs">{unit}</span>}
				</span>
			</summary>
			<div
				tabIndex={-1}
				className={classes(
					'absolute z-30 w-64 rounded-lg border border-line bg-raised p-1.5 shadow-raised outline-none',
					opens === 'up' ? 'bottom-full left-0 mb-1.5' : 'top-full right-0 mt-1.5',
				)}
			>
				<p className="truncate px-2.5 pt-1.5 pb-2 text-muted text-sm">{viewer.email}</p>
				<a href={paths.account()} className={ITEM}>
					<Icon name="account" />
					{m.shell_my_account()}
				</a>
				{can(viewer, 'see', 'trash') && (
					<a href={paths.trash()} className={ITEM}>
						<Icon name="trash" />
						{m.upkeep_trash()}
					</a>
				)}
				{opens === 'down' &&
					[...placesFor(viewer).filter(({ isMinor }) => isMinor), ...adminPlacesFor(viewer)].map((place) => (
						<a key={place.to} href={place.to} className={ITEM}>
							<Icon name={place.icon} />
							{place.label}
						</a>
					))}
				<ThemeChoice chosen={viewer.theme} next={location.pathname + location.search} />
				<hr className="my-1.5 border-line" />
				<Form method="post" action={paths.signOut()} reloadDocument>
					<button type="submit" className={ITEM}>
						<Icon name="forward" />
						{m.shell_sign_out()}
					</button>
				</Form>
			</div>
		</details>
	);
}

function ThemeChoice({ chosen, next }: { chosen: Theme; next: string }): ReactNode {
	return (
		<Form method="post" action={paths.preferences()} aria-label={m.shell_theme()} preventScrollReset className="px-2.5 py-1.5">
			<input type="hidden" name="next" value={next} />
			<p className="mb-1 text-muted text-xs">{m.shell_theme()}</p>
			<div className="grid grid-cols-3 gap-0.5 rounded-md bg-well p-0.5">
				{THEMES.map((theme) => (
					<button
						key={theme}
						type="submit"
						name="theme"
						value={theme}
						aria-pressed={theme === chosen}
						className={classes(
							'min-h-10 rounded-sm text-sm md:min-h-7',
							theme === chosen ? 'bg-surface font-medium text-text shadow-card' : 'text-muted hover:text-text',
						)}
					>
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
		<span
			aria-hidden="true"
			className="grid size-8 shrink-0 place-items-center rounded-full bg-accent-soft font-semibold text-accent text-xs uppercase"
		>
			{letters}
		</span>
	);
}
