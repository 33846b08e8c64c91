import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Section } from '#app/ui/page.tsx';
import type { FollowUpItem } from '../queries.server.ts';
import { FollowUpList } from './follow-up-list.tsx';

/** What waits with colleagues who can no longer sign in: whoever of the unit takes one on gives it another name. */
export function OrphanedFollowUps({ items }: { items: readonly FollowUpItem[] }) {
	return (
		<Section
			title={m.dialogues_my_day_orphaned()}
			actions={
				<ButtonLink to={paths.followUps({ list: 'orphaned' })} variant="quiet" size="sm">
					{m.dialogues_my_day_orphaned_all()}
				</ButtonLink>
			}
		>
			<FollowUpList items={items} label={m.dialogues_my_day_orphaned()} back={paths.myDay()} withAssignee />
		</Section>
	);
}
