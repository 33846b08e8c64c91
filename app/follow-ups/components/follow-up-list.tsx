import { Form } from '@remix-run/react';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { Icon } from '#app/ui/icon.tsx';
import { Row, RowList } from '#app/ui/row-list.tsx';
import type { FollowUpItem } from '../queries.server.ts';
import { FollowUpMark } from './follow-up-mark.tsx';
import { SettleButton } from './settle-buttons.tsx';

interface FollowUpListProps {
	items: readonly FollowUpItem[];
	/** What the list is of, for screen readers. */
	label?: string;
	/** Where marking one done leads back to: the page the list stands on. */
	back: string;
	/** Whose they are: shown where they are not all the viewer's. */
	withAssignee?: boolean;
	/** Left out where the list stands on the firm's or owner's own page. */
	withCompany?: boolean;
}

const LINK = 'row-link';

/** What is to be done, each with one press to say that it is. A planned visit leads to its prep sheet, the rest to the talk they come from. */
export function FollowUpList({ items, label = m.dialogues_follow_ups_open(), back, withAssignee = false, withCompany = true }: FollowUpListProps) {
	const list = (
		<RowList label={label}>
			{items.map((item) => (
				<Row
					key={item.id}
					href={addressOf(item)}
					title={item.text ?? m.dialogues_follow_up_hidden()}
					meta={
						<>
							<FollowUpMark followUp={item} />
							{withCompany && <Whose item={item} />}
							{item.contact && (
								<a href={paths.contact(item.contact.id)} className={LINK}>
									{item.kind === 'visit'
										? m.dialogues_follow_up_with_whom({ name: item.contact.name })
										: m.dialogues_follow_up_to_whom({ name: item.contact.name })}
								</a>
							)}
							{withAssignee && <span>{m.dialogues_follow_up_by({ name: item.assignee.name })}</span>}
						</>
					}
					trailing={
						item.isSettleable ? (
							<div className="row-deeds" data-screen-only>
								{item.text !== null && <EditLink id={item.id} text={item.text} />}
								<SettleButton followUp={item} />
							</div>
						) : undefined
					}
				/>
			))}
		</RowList>
	);
	// One form for all rows: each button says whose settlement it is.
	return items.some(({ isSettleable }) => isSettleable) ? (
		<Form method="post" preventScrollReset>
			<input type="hidden" name="back" value={back} />
			{list}
		</Form>
	) : (
		list
	);
}

/** Before the button that settles, where it stands in line from row to row; under it on a phone, which has no width to spare. */
export const EditLink = ({ id, text }: { id: string; text: string }) => (
	<a href={paths.editFollowUp(id)} className="icon-link" aria-label={m.dialogues_follow_up_edit_which({ text })}>
		<Icon name="edit" size={14} />
	</a>
);

export function Whose({ item: { company, landowner } }: { item: FollowUpItem }) {
	if (company) {
		return (
			<a href={paths.company(company.id)} className={LINK}>
				{company.name}
			</a>
		);
	}
	return landowner ? (
		<a href={paths.landowner(landowner.id)} className={LINK}>
			{landowner.name}
		</a>
	) : null;
}

export function addressOf({ id, kind, company, landowner, dialogueId, isSettleable, text }: FollowUpItem): string | undefined {
	if (kind === 'visit' && company) return paths.companyPrep(company.id);
	if (kind === 'visit' && landowner) return paths.landownerPrep(landowner.id);
	if (dialogueId) return paths.dialogue(dialogueId);
	return isSettleable && text !== null ? paths.editFollowUp(id) : undefined;
}
