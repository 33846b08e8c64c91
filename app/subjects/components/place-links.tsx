import type { ReactNode } from 'react';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { Icon, type IconName } from '#app/ui/icon.tsx';

interface Named {
	id: string;
	name: string;
}

interface PlaceLinksProps {
	place: {
		company: Named | null;
		landowner: Named | null;
		district?: { slug: string; name: string } | null;
		dialogueId?: string | null;
	};
}

/** What a follow-up, a need or a matter hangs on, as links above it. */
export function PlaceLinks({ place: { company, landowner, district, dialogueId } }: PlaceLinksProps) {
	return (
		<>
			{company && (
				<PlaceLink to={paths.company(company.id)} icon="company">
					{company.name}
				</PlaceLink>
			)}
			{landowner && landowner.name !== company?.name && (
				<PlaceLink to={paths.landowner(landowner.id)} icon="key">
					{landowner.name}
				</PlaceLink>
			)}
			{district && (
				<PlaceLink to={paths.district(district.slug)} icon="district">
					{district.name}
				</PlaceLink>
			)}
			{dialogueId && (
				<PlaceLink to={paths.dialogue(dialogueId)} icon="dialogue">
					{m.dialogues_follow_up_from_talk()}
				</PlaceLink>
			)}
		</>
	);
}

/** In a row that can be pressed as a whole the link stays above it. */
function PlaceLink({ to, icon, children }: { to: string; icon: IconName; children: ReactNode }) {
	return (
		<a href={to} className="relative z-10 inline-flex min-h-6 items-center gap-1 hover:text-text hover:underline">
			<Icon name={icon} size={13} />
			{children}
		</a>
	);
}
