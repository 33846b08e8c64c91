import { Form } from '@remix-run/react';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Row, RowList } from '#app/ui/row-list.tsx';
import type { FollowUpItem } from '../follow-ups.server.ts';
import { FollowUpMark } from './follow-up-mark.tsx';

interface FollowUpListProps {
	items: readonly FollowUpItem[];
	/** What the list is of, for screen readers. */
	label?: string;
	/** Where marking one done leads back to: the page the list stands on. */
	back: string;
	/** Whose they are: shown where they are not all the viewer's. */
	withAssignee?: boolean;
	/** Left out where the list stands on the firm's own page. */
	withCompany?: boolean;
}

/** What is to be done, each with one press to say that it is. */
export function FollowUpList({ items, label = m.dialogues_follow_ups_open(), back, withAssignee = false, withCompany = true }: FollowUpListProps) {
	return (
		<RowList label={label}>
			{items.map((item) => (
				<Row
					key={item.id}
					href={item.dialogueId ? paths.dialogue(item.dialogueId) : undefined}
					title={item.text ?? m.dialogues_follow_up_hidden()}
					meta={
						<>
							<FollowUpMark followUp={item} />
							{withCompany && item.company && (
								<a href={paths.company(item.company.id)} className="relative z-10 inline-flex min-h-6 items-center hover:text-text hover:underline">
									{item.company.name}
								</a>
							)}
							{withAssignee && <span>{m.dialogues_follow_up_by({ name: item.assignee.name })}</span>}
						</>
					}
					trailing={item.isSettleable ? <Settle item={item} back={back} /> : undefined}
				/>
			))}
		</RowList>
	);
}

function Settle({ item, back }: { item: FollowUpItem; back: string }) {
	return (
		<Form method="post" action={paths.followUpSettlement(item.id)} className="relative z-10" preventScrollReset>
			<input type="hidden" name="back" value={back} />
			<Button name="state" value="done" size="sm" icon="check" aria-label={m.dialogues_follow_up_settle_which({ text: item.text ?? '' })}>
				{m.dialogues_follow_up_settle()}
			</Button>
		</Form>
	);
}
