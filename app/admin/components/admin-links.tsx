import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';

/** The three pages of the house: people, units, roles. */
export function AdminLinks({ at }: { at: 'people' | 'units' | 'roles' }) {
	const pages = [
		{ key: 'people', to: paths.people(), label: m.people_people() },
		{ key: 'units', to: paths.units(), label: m.people_units() },
		{ key: 'roles', to: paths.roles(), label: m.people_roles() },
	];
	return (
		<nav aria-label={m.people_house()} className="mb-5 flex gap-5 border-line border-b" data-screen-only>
			{pages.map(({ key, to, label }) => (
				<a
					key={key}
					href={to}
					aria-current={key === at ? 'page' : undefined}
					className={`-mb-px inline-flex min-h-11 items-center border-b-2 md:min-h-9 ${key === at ? 'border-accent font-medium text-text' : 'border-transparent text-muted hover:text-text'}`}
				>
					{label}
				</a>
			))}
		</nav>
	);
}
