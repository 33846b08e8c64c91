import { type Refused, refused } from '#app/editing/answer.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import type { Taken } from '#app/ui/taken-notice.tsx';
import type { SiteTaken } from './site-commands.server.ts';

/** A refused site in words, with the way to the site that stands against it. */
export function refusalOf(answer: SiteTaken): Refused<{ taken: Taken }> {
	const to = paths.site(answer.siteId);
	if (answer.kind === 'address-taken')
		return refused({ address: m.companies_error_address_taken() }, { taken: { to, name: m.companies_another_site() } });
	const name = answer.companyName;
	return refused({ pNumber: m.companies_error_p_number_taken({ name }) }, { taken: { to, name } });
}
