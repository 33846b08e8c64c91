import { ProtectedBadge } from '#app/companies/components/company-badges.tsx';
import { ContactLines } from '#app/companies/components/contact-lines.tsx';
import { formatCvr } from '#app/companies/register-numbers.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import type { LandownerShown } from '../queries.server.ts';

/** Ways to reach the owner: its own, else its firm's. */
export function LandownerReach({ owner }: { owner: LandownerShown }) {
	const { company } = owner;
	const isFirms = !owner.phone && !owner.email && Boolean(company?.phone || company?.email);
	return (
		<>
			<ContactLines phone={isFirms ? (company?.phone ?? null) : owner.phone} email={isFirms ? (company?.email ?? null) : owner.email} />
			{isFirms && <span className="text-sm">({m.landowners_from_company()})</span>}
			{company?.isProtected && <ProtectedBadge />}
		</>
	);
}

/** The firm whose role an owner is; its name only where it is another one. */
export function CompanyLink({ company, ownerName }: { company: NonNullable<LandownerShown['company']>; ownerName: string }) {
	const number = company.cvr && `CVR ${formatCvr(company.cvr)}`;
	return <a href={paths.company(company.id)}>{[(company.name !== ownerName || !number) && company.name, number].filter(Boolean).join(' · ')}</a>;
}
