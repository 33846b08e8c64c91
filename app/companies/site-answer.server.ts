import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import type { Taken } from './components/taken-notice.tsx';
import type { SiteKept } from './site-commands.server.ts';

interface Refusal {
	faults: { fieldErrors: Record<string, string[]> };
	taken: Taken | null;
}

/** A refused site in words, with the way to the site that stands against it. */
export function refusalOf(answer: Exclude<SiteKept, { kind: 'kept' }>): Refusal {
	switch (answer.kind) {
		case 'p-number-taken':
			return {
				faults: { fieldErrors: { pNumber: [m.companies_error_p_number_taken({ name: answer.companyName })] } },
				taken: { to: paths.site(answer.siteId), name: answer.companyName },
			};
		case 'address-taken':
			return {
				faults: { fieldErrors: { address: [m.companies_error_address_taken()] } },
				taken: { to: paths.site(answer.siteId), name: m.companies_another_site() },
			};
	}
}
