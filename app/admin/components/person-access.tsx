import { Form } from '@remix-run/react';
import { formatMoment } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import type { Fact } from '#app/ui/record-head.tsx';
import type { PersonState } from '../people.ts';

interface PersonAccessProps {
	person: { id: string; state: PersonState; createdAt: Date; lastSeenAt: Date | null; signIns: number; linkUntil: Date | null };
	isSelf: boolean;
}

/** Whether and how a person comes in: sign-ins and the open link. */
export const accessFacts = ({ createdAt, lastSeenAt, signIns, linkUntil }: PersonAccessProps['person']): Fact[] => [
	{ label: m.people_created(), value: formatMoment(createdAt) },
	{ label: m.people_last_seen(), value: lastSeenAt && formatMoment(lastSeenAt) },
	{ label: m.people_sign_ins(), value: String(signIns) },
	{ label: m.people_open_link(), value: linkUntil ? m.people_open_link_until({ at: formatMoment(linkUntil) }) : m.people_open_link_none() },
];

/** What changes whether a person comes in. */
export function PersonDeeds({ person: { id, state }, isSelf }: PersonAccessProps) {
	return (
		<>
			{state !== 'disabled' && (
				<Form method="post" action={paths.personInvitation(id)}>
					<Button>{state === 'active' ? m.people_reset_link() : m.people_new_link()}</Button>
				</Form>
			)}
			{!isSelf && (
				<ButtonLink to={paths.personDisablement(id)} variant={state === 'disabled' ? 'secondary' : 'danger'}>
					{state === 'disabled' ? m.people_enable() : m.people_disable()}
				</ButtonLink>
			)}
		</>
	);
}
