import { DistrictMark } from '#app/districts/components/district-mark.tsx';
import { formatDay } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { Facts } from '#app/ui/page.tsx';
import type { Fact } from '#app/ui/record-head.tsx';
import { headsLabel } from '../labels.ts';
import { placeLine } from '../place-line.ts';
import { formatPoint } from '../point.ts';
import type { formerDistrictsOf, siteFor } from '../queries.server.ts';
import { formatCvr } from '../register-numbers.ts';
import { Small } from './company-facts.tsx';

type Site = Awaited<ReturnType<typeof siteFor>>;

interface Props {
	site: Site;
	history: Awaited<ReturnType<typeof formerDistrictsOf>>;
}

/** What one comes to a site's page for: its firm, its number, where it lies and how many work there. */
export const siteHeadFacts = (site: Site): Fact[] => [
	{ label: m.companies_p_number(), value: site.pNumber },
	{ label: m.companies_heads(), value: headsLabel(site), note: headsNote(site) },
	{ label: m.companies_address(), value: placeLine(site) },
	{ label: m.companies_company(), value: <a href={paths.company(site.companyId)}>{site.companyName}</a> },
	{ label: m.companies_cvr_short(), value: site.companyCvr && formatCvr(site.companyCvr) },
];

/** Of which day the number of people is, and who says so. */
export const headsNote = ({
	headcount,
	sizeClass,
	headcountOn,
	headcountSource,
}: Pick<Site, 'headcount' | 'sizeClass' | 'headcountOn' | 'headcountSource'>) =>
	(headcount !== null || sizeClass !== null) &&
	[headcountOn && m.companies_as_of({ day: formatDay(headcountOn) }), headcountSource].filter(Boolean).join(', ');

/** What is left of a site's master data, and the districts it was counted in before. */
export function SiteFacts({ site, history }: Props) {
	const former = history.filter(({ toOn }) => toOn !== null);
	return (
		<Facts
			items={[
				{ label: m.companies_point(), value: site.lat !== null && site.lon !== null && formatPoint({ lat: site.lat, lon: site.lon }) },
				...(site.startedOn ? [{ label: m.companies_started_on(), value: formatDay(site.startedOn) }] : []),
				...(site.ceasedOn ? [{ label: m.companies_ceased_on(), value: formatDay(site.ceasedOn) }] : []),
				...(former.length > 0 ? [{ label: m.companies_former_districts(), value: <Former lines={former} /> }] : []),
			]}
		/>
	);
}

/** The district it counts in, and how that is known. */
export function SiteDistrict({ site }: { site: Site }) {
	if (!site.districtName || !site.districtColour || !site.districtSlug) return m.companies_no_district();
	return (
		<span>
			<DistrictMark name={site.districtName} colour={site.districtColour} href={paths.district(site.districtSlug)} />
			<Small>{site.isDistrictDoubtful ? m.companies_district_doubtful() : districtSourceText(site.districtSource)}</Small>
		</span>
	);
}

function districtSourceText(source: Site['districtSource']): string | null {
	switch (source) {
		case 'point':
			return m.companies_district_from_point();
		case 'manual':
			return m.companies_district_from_hand();
		case 'import':
			return m.companies_district_from_import();
		case null:
			return null;
	}
}

const Former = ({ lines }: { lines: Props['history'] }) => (
	<ul>
		{lines.map(({ id, name, fromOn, toOn }) => (
			<li key={id}>
				{name ?? m.companies_no_district()}
				<Small>
					{formatDay(fromOn)}–{toOn && formatDay(toOn)}
				</Small>
			</li>
		))}
	</ul>
);
