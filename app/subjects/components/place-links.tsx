import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { Icon } from '#app/ui/icon.tsx';

interface PlaceLinksProps {
	place: { company: { id: string; name: string } | null; landowner: { id: string; name: string } | null; dialogueId: string | null };
}

const LINK = 'inline-flex min-h-6 items-center gap-1 hover:text-text hover:underline';

/** What a follow-up hangs on, as links above it. */
export function PlaceLinks({ place: { company, landowner, dialogueId } }: PlaceLinksProps) {
	return (
		<>
			{company && (
				<a href={paths.company(company.id)} className={LINK}>
					<Icon name="company" size={13} />
					{company.name}
				</a>
			)}
			{landowner && landowner.name !== company?.name && (
				<a href={paths.landowner(landowner.id)} className={LINK}>
					<Icon name="district" size={13} />
					{landowner.name}
				</a>
			)}
			{dialogueId && (
				<a href={paths.dialogue(dialogueId)} className={LINK}>
					<Icon name="dialogue" size={13} />
					{m.dialogues_follow_up_from_talk()}
				</a>
			)}
		</>
	);
}
