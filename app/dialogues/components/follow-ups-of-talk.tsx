import { FollowUpMark } from '#app/follow-ups/components/follow-up-mark.tsx';
import { SettleButtons } from '#app/follow-ups/components/settle-buttons.tsx';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Section } from '#app/ui/page.tsx';
import { Row, RowList } from '#app/ui/row-list.tsx';
import type { TalkInFull } from '../queries.server.ts';

/** What follows from one talk, and the author's word when nothing does. */
export function FollowUpsOfTalk({ talk }: { talk: Pick<TalkInFull, 'id' | 'followUps' | 'hasNoNextStep' | 'isRevisable'> }) {
	const { followUps, hasNoNextStep, isRevisable } = talk;
	if (followUps.length === 0 && !hasNoNextStep && !isRevisable) return null;
	const add = isRevisable && (
		<ButtonLink to={paths.newFollowUp({ dialogue: talk.id })} variant="quiet" size="sm" icon="plus">
			{m.dialogues_follow_up_new_action()}
		</ButtonLink>
	);
	return (
		<Section title={m.dialogues_show_follow_ups()} actions={add}>
			{followUps.length === 0 ? (
				<p className="text-muted">{hasNoNextStep ? m.dialogues_show_no_next_step() : m.dialogues_show_no_follow_up_yet()}</p>
			) : (
				<RowList label={m.dialogues_show_follow_ups()}>
					{followUps.map((followUp) => (
						<Row
							key={followUp.id}
							href={isRevisable ? paths.editFollowUp(followUp.id) : undefined}
							title={followUp.text ?? m.dialogues_follow_up_hidden()}
							meta={<FollowUpMark followUp={followUp} />}
							trailing={isRevisable ? <SettleButtons followUp={followUp} back={paths.dialogue(talk.id)} /> : undefined}
						/>
					))}
				</RowList>
			)}
		</Section>
	);
}
