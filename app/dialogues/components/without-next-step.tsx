import { Form } from '@remix-run/react';
import { formatDayShort, today } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { channelLabel } from '#app/touches/labels.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Section } from '#app/ui/page.tsx';
import { Row, RowList } from '#app/ui/row-list.tsx';
import type { TalkEntry } from '../parts.server.ts';

/** One's talks from which nothing follows yet: what comes next, or one press to say that nothing does. */
export function WithoutNextStep({ talks }: { talks: readonly TalkEntry[] }) {
	if (talks.length === 0) return null;
	return (
		<Section title={m.dialogues_my_day_stepless()}>
			<RowList label={m.dialogues_my_day_stepless()}>
				{talks.map(({ id, heldOn, channel, subjects }) => {
					const title = subjects[0]?.name ?? channelLabel(channel);
					return (
						<Row
							key={id}
							href={paths.dialogue(id)}
							title={title}
							meta={
								<>
									<span>{`${channelLabel(channel)} · ${formatDayShort(heldOn, today())}`}</span>
									<Form method="post" action={paths.dialogueNextStep(id)} className="relative z-10 ml-auto flex gap-2" preventScrollReset>
										<input type="hidden" name="back" value={paths.myDay()} />
										<ButtonLink
											to={paths.newFollowUp({ dialogue: id })}
											size="sm"
											icon="plus"
											aria-label={m.dialogues_my_day_stepless_add_which({ name: title })}
										>
											{m.dialogues_my_day_stepless_add()}
										</ButtonLink>
										<Button size="sm" variant="quiet" aria-label={m.dialogues_my_day_stepless_none_which({ name: title })}>
											{m.dialogues_my_day_stepless_none()}
										</Button>
									</Form>
								</>
							}
						/>
					);
				})}
			</RowList>
		</Section>
	);
}
