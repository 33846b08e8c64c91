import { DistrictMark } from '#app/districts/components/district-mark.tsx';
import { formatDay } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Row, RowList } from '#app/ui/row-list.tsx';
import { headsLabel } from '../labels.ts';
import { placeLine } from '../place-line.ts';
import type { sitesOf } from '../queries.server.ts';
import { ProtectedBadge } from './company-badges.tsx';

type Site = Awaited<ReturnType<typeof sitesOf>>[number];

/** The firm's sites with their district and heads. */
export function SiteList({ sites, companyName }: { sites: readonly Site[]; companyName: string }) {
	return (
		<RowList label={m.companies_sites()}>
			{sites.map((site) => (
				<Row
					key={site.id}
					href={paths.site(site.id)}
					title={placeLine(site) || m.companies_no_address()}
					text={site.name === companyName ? undefined : site.name}
					meta={<SiteMeta site={site} />}
				/>
			))}
		</RowList>
	);
}

function SiteMeta({ site }: { site: Site }) {
	const heads = headsLabel(site);
	const figures = [heads && m.companies_heads_of({ heads }), site.pNumber && m.companies_p_number_is({ number: site.pNumber })].filter(Boolean);
	return (
		<>
			{site.districtName && site.districtColour ? (
				<DistrictMark name={site.districtName} colour={site.districtColour} />
			) : (
				<span>{m.companies_no_district()}</span>
			)}
			{site.isMain && <Badge tone="accent">{m.companies_is_main()}</Badge>}
			{site.ceasedOn && <Badge>{m.companies_ceased_since({ day: formatDay(site.ceasedOn) })}</Badge>}
			{site.isProtected && <ProtectedBadge />}
			{figures.length > 0 && (
				<span data-figures className="basis-full">
					{figures.join(' · ')}
				</span>
			)}
		</>
	);
}
