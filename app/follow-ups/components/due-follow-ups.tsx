import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { Section } from '#app/ui/page.tsx';
import type { FollowUpItem } from '../queries.server.ts';
import { FollowUpList } from './follow-up-list.tsx';

type Due = Record<'overdue' | 'visits' | 'today' | 'soon' | 'later' | 'undated', readonly FollowUpItem[]>;

/** One's open follow-ups by urgency: what is overdue, promises before tasks, then the visits to come; what lies further off is folded away. */
export function DueFollowUps({ overdue, visits, today, soon, later, undated }: Due) {
	const near = [
		{ title: m.dialogues_my_day_overdue(), items: overdue },
		{ title: m.dialogues_my_day_visits(), items: visits },
		{ title: m.dialogues_my_day_today(), items: today },
		{ title: m.dialogues_my_day_soon(), items: soon },
	].filter(({ items }) => items.length > 0);
	const far = [
		{ title: m.dialogues_my_day_undated(), items: undated },
		{ title: m.dialogues_my_day_later(), items: later },
	].filter(({ items }) => items.length > 0);
	return (
		<Section
			title={m.dialogues_my_day_follow_ups()}
			actions={
				<>
					<ButtonLink to={paths.followUps()} variant="quiet" size="sm">
						{m.dialogues_my_day_follow_ups_all()}
					</ButtonLink>
					<ButtonLink to={paths.newFollowUp()} variant="quiet" size="sm" icon="plus">
						{m.dialogues_follow_up_new_action()}
					</ButtonLink>
				</>
			}
		>
			{near.length + far.length === 0 && (
				<EmptyState title={m.dialogues_my_day_follow_ups_empty_title()} text={m.dialogues_my_day_follow_ups_empty_text()} />
			)}
			{near.map(({ title, items }) => (
				<section key={title} className="mb-4">
					<h3 className="mb-1.5 font-medium text-muted text-sm">{title}</h3>
					<FollowUpList items={items} label={title} back={paths.myDay()} />
				</section>
			))}
			{far.map(({ title, items }) => (
				<details key={title} className="group mb-2">
					<summary className="flex min-h-11 w-fit cursor-pointer items-center gap-1.5 rounded-md pr-2 font-medium text-muted text-sm hover:text-text md:min-h-8">
						<Icon name="next" size={14} className="transition-transform group-open:rotate-90" />
						{title} ({items.length})
					</summary>
					<FollowUpList items={items} label={title} back={paths.myDay()} />
				</details>
			))}
		</Section>
	);
}
