import { Form } from '@remix-run/react';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import type { TalkInFull } from '../queries.server.ts';

/** Asks once what follows from a talk that says neither what nor that nothing does; each answer is one press. */
export function NextStepNotice({ talk }: { talk: Pick<TalkInFull, 'id' | 'followUps' | 'hasNoNextStep' | 'isRevisable'> }) {
	if (!talk.isRevisable || talk.hasNoNextStep || talk.followUps.length > 0) return null;
	return (
		<div className="mb-6" data-screen-only>
			<Notice tone="info" title={m.dialogues_next_step_missing()}>
				<Form method="post" action={paths.dialogueNextStep(talk.id)} className="mt-2 flex flex-wrap gap-2">
					<ButtonLink to={paths.newFollowUp({ dialogue: talk.id })} size="sm" icon="plus">
						{m.dialogues_next_step_add()}
					</ButtonLink>
					<Button size="sm" variant="quiet">
						{m.dialogues_no_next_step()}
					</Button>
				</Form>
			</Notice>
		</div>
	);
}
