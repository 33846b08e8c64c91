import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';

/** The way from the owners to their land and back: one place of the navigation holds both lists. */
export const ToProperties = () => (
	<ButtonLink to={paths.properties()} icon="pin">
		{m.landowners_properties_title()}
	</ButtonLink>
);

export const ToLandowners = () => (
	<ButtonLink to={paths.landowners()} icon="people">
		{m.landowners_title()}
	</ButtonLink>
);
