import { Form, useLocation } from '@remix-run/react';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { Icon } from '#app/ui/icon.tsx';

/** The star on a record's page: it stands first in the search from then on. A plain form, so it works without scripts. */
export function FavouriteButton({ kind, id, isFavourite }: { kind: string; id: string; isFavourite: boolean }) {
	const { pathname, search } = useLocation();
	const label = isFavourite ? m.search_unstar() : m.search_star();
	return (
		<Form method="post" action={paths.favourite(kind, id)} preventScrollReset replace data-screen-only>
			<input type="hidden" name="next" value={pathname + search} />
			<button
				type="submit"
				name="starred"
				value={isFavourite ? '0' : '1'}
				aria-label={label}
				title={label}
				className={`grid size-11 place-items-center rounded-md hover:bg-well md:size-9 ${isFavourite ? 'text-accent' : 'text-muted hover:text-text'}`}
			>
				<Icon name="star" size={18} className={isFavourite ? 'fill-current' : ''} />
			</button>
		</Form>
	);
}
