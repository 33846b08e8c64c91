import { m } from '#app/i18n/paraglide/messages.js';
import { ButtonLink } from './button.tsx';

/** Ways to the neighbouring pages of a list that pages by key; `label` names the list. */
export function KeysetPages({ previous, next, label }: { previous: string | null; next: string | null; label: string }) {
	if (!previous && !next) return null;
	return (
		<nav aria-label={label} className="mt-4 flex justify-between gap-3" data-screen-only>
			{previous ? (
				<ButtonLink to={previous} size="sm" icon="back" rel="prev">
					{m.shell_page_previous()}
				</ButtonLink>
			) : (
				<span />
			)}
			{next && (
				<ButtonLink to={next} size="sm" rel="next">
					{m.shell_page_next()}
				</ButtonLink>
			)}
		</nav>
	);
}
