import type { ReactNode } from 'react';
import { formatDay } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { Facts } from '#app/ui/page.tsx';
import { dotted } from '../industry-code.ts';
import { sourceLabel } from '../labels.ts';
import type { CompanyShown } from '../queries.server.ts';
import { formatCvr } from '../register-numbers.ts';

interface Props {
	company: CompanyShown;
	formName: string | null;
	industryName: string | null;
	/** Null = the industry is not known. */
	isKnowledgeIntensive: boolean | null;
	identifiers: ReadonlyArray<{ scheme: string; value: string }>;
}

/** Master data, each fact with where it comes from and from which day it is. */
export function CompanyFacts({ company, formName, industryName, isKnowledgeIntensive, identifiers }: Props) {
	const { cvr, industryCode, alternativeNames, foundedOn, ceasedOn } = company;
	const from = (field: string) => <Source provenance={company.provenance[field]} />;
	return (
		<Facts
			items={[
				{
					label: m.companies_cvr_short(),
					value: cvr && (
						<>
							{formatCvr(cvr)}
							{from('cvr')}
						</>
					),
				},
				...identifiers.map(({ scheme, value }) => ({ label: scheme, value })),
				...(alternativeNames.length > 0 ? [{ label: m.companies_alternative_names(), value: alternativeNames.join(', ') }] : []),
				{
					label: m.companies_form(),
					value: formName && (
						<>
							{formName}
							{from('formCode')}
						</>
					),
				},
				{
					label: m.companies_industry(),
					value: (industryCode || industryName) && (
						<>
							{[industryCode && dotted(industryCode), industryName].filter(Boolean).join(' ')}
							{from('industryCode')}
						</>
					),
				},
				{ label: m.companies_knowledge(), value: <Knowledge company={company} isIntensive={isKnowledgeIntensive} /> },
				...(foundedOn ? [{ label: m.companies_founded_on(), value: formatDay(foundedOn) }] : []),
				...(ceasedOn ? [{ label: m.companies_ceased_on(), value: formatDay(ceasedOn) }] : []),
			]}
		/>
	);
}

function Knowledge({ company, isIntensive }: { company: CompanyShown; isIntensive: boolean | null }) {
	const answer = isIntensive === null ? m.companies_knowledge_unknown() : isIntensive ? m.companies_knowledge_yes() : m.companies_knowledge_no();
	const why =
		company.knowledgeOverride === 'auto'
			? isIntensive === null
				? m.companies_knowledge_no_industry()
				: m.companies_knowledge_by_definition()
			: m.companies_knowledge_by_hand({ reason: company.knowledgeReason ?? '' });
	return (
		<>
			{answer}
			<Small>{why}</Small>
		</>
	);
}

/** Quiet, behind the value: source and day. */
function Source({ provenance }: { provenance: CompanyShown['provenance'][string] | undefined }) {
	if (!provenance) return null;
	return <Small>{m.companies_provenance({ source: sourceLabel(provenance.source), day: formatDay(provenance.on) })}</Small>;
}

export const Small = ({ children }: { children: ReactNode }) => (children ? <span className="ml-2 text-muted text-xs">{children}</span> : null);
