import { m } from '#app/i18n/paraglide/messages.js';
import { Badge } from '#app/ui/badge.tsx';
import type { StatusGroup } from '#db/vocabulary.ts';

/** Advertising protection: register data of this unit may not be used for advertising (CVR Act § 19). */
export const ProtectedBadge = ({ isShort = false }: { isShort?: boolean }) => (
	<Badge tone="warning" icon={isShort ? undefined : 'shield'} title={isShort ? m.companies_protected() : undefined}>
		{isShort ? m.companies_protected_short() : m.companies_protected()}
	</Badge>
);

interface Props {
	isProtected: boolean;
	statusGroup: StatusGroup;
	status?: string | null;
	/** One word each, where a row is one line. */
	isShort?: boolean;
}

/** What to know before getting in touch, in words and colour. */
export function CompanyBadges({ isProtected, statusGroup, status, isShort }: Props) {
	return (
		<>
			{statusGroup === 'distress' && (
				<Badge tone="danger" icon={isShort ? undefined : 'warning'}>
					{status ?? m.companies_status_distress()}
				</Badge>
			)}
			{statusGroup === 'ceased' && <Badge tone="neutral">{m.companies_status_ceased()}</Badge>}
			{isProtected && <ProtectedBadge isShort={isShort} />}
		</>
	);
}
