import { Form } from '@remix-run/react';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Section } from '#app/ui/page.tsx';
import { Row, RowList } from '#app/ui/row-list.tsx';
import type { FollowUpBrief } from '../parts.server.ts';
import type { TalkInFull } from '../queries.server.ts';
import { FollowUpMark } from './follow-up-mark.tsx';

/** What follows from one talk, and the author's word when nothing does. */
export function FollowUpsOfTalk({ talk }: { talk: Pick<TalkInFull, 'id' | 'followUps' | 'hasNoNextStep' | 'isRevisable'> }) {
	if (talk.followUps.length === 0 && !talk.hasNoNextStep) return null;
	return (
		<Section title={m.dialogues_show_follow_ups()}>
			{talk.followUps.length === 0 ? (
				<p className="text-muted">{m.dialogues_show_no_next_step()}</p>
			) : (
				<RowList label={m.dialogues_show_follow_ups()}>
					{talk.followUps.map((followUp) => (
						<Row
							key={followUp.id}
							title={followUp.text ?? m.dialogues_follow_up_hidden()}
							meta={<FollowUpMark followUp={followUp} />}
							trailing={talk.isRevisable ? <Deeds followUp={followUp} back={paths.dialogue(talk.id)} /> : undefined}
						/>
					))}
				</RowList>
			)}
		</Section>
	);
}

function Deeds({ followUp, back }: { followUp: FollowUpBrief; back: string }) {
	const isOpen = followUp.state === 'open';
	return (
		<Form method="post" action={paths.followUpSettlement(followUp.id)} className="flex gap-2" data-screen-only preventScrollReset>
			<input type="hidden" name="back" value={back} />
			{isOpen ? (
				<>
					<Button name="state" value="done" size="sm" icon="check">
						{m.dialogues_follow_up_settle()}
					</Button>
					<Button name="state" value="dropped" size="sm" variant="quiet">
						{m.dialogues_follow_up_drop()}
					</Button>
				</>
			) : (
				<Button name="state" value="open" size="sm" variant="quiet">
					{m.dialogues_follow_up_reopen()}
				</Button>
			)}
		</Form>
	);
}
