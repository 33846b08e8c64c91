import { ContactLines } from '#app/companies/components/contact-lines.tsx';
import { placeLine } from '#app/companies/place-line.ts';
import { formatCvr } from '#app/companies/register-numbers.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { Facts } from '#app/ui/page.tsx';
import { landownerKindLabel } from '../labels.ts';
import type { LandownerShown } from '../queries.server.ts';

/** Who the owner is and where; a firm's role names its firm. */
export function LandownerFacts({ owner }: { owner: LandownerShown }) {
	const { company } = owner;
	return (
		<Facts
			items={[
				{ label: m.landowners_kind(), value: landownerKindLabel(owner.kind) },
				...(company
					? [
							{
								label: m.landowners_company_role(),
								value: (
									<a href={paths.company(company.id)} className="underline underline-offset-2">
										{company.name}
										{company.cvr && <span className="text-muted"> · CVR {formatCvr(company.cvr)}</span>}
									</a>
								),
							},
						]
					: []),
				{ label: m.landowners_address(), value: placeLine(owner) },
			]}
		/>
	);
}

/** Ways to reach the owner: its own, else its firm's. */
export function LandownerReach({ owner }: { owner: LandownerShown }) {
	const { company } = owner;
	const isFirms = !owner.phone && !owner.email && Boolean(company?.phone || company?.email);
	return (
		<div className="flex flex-wrap items-center gap-x-3">
			<ContactLines
				phone={isFirms ? (company?.phone ?? null) : owner.phone}
				email={isFirms ? (company?.email ?? null) : owner.email}
				website={null}
				isProtected={company?.isProtected ?? false}
			/>
			{isFirms && <span className="text-muted text-sm">({m.landowners_from_company()})</span>}
		</div>
	);
}
