import { Form } from '@remix-run/react';
import { formatMoment } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Facts } from '#app/ui/page.tsx';
import type { PersonState } from '../people.ts';

interface PersonAccessProps {
	person: { id: string; state: PersonState; createdAt: Date; lastSeenAt: Date | null; signIns: number; linkUntil: Date | null };
	isSelf: boolean;
}

/** Whether and how a person comes in: sign-ins, the open link, and the deeds that change it. */
export function PersonAccess({ person, isSelf }: PersonAccessProps) {
	const { id, state, createdAt, lastSeenAt, signIns, linkUntil } = person;
	return (
		<>
			<Facts
				items={[
					{ label: m.people_created(), value: formatMoment(createdAt) },
					{ label: m.people_last_seen(), value: lastSeenAt && formatMoment(lastSeenAt) },
					{ label: m.people_sign_ins(), value: String(signIns) },
					{ label: m.people_open_link(), value: linkUntil ? m.people_open_link_until({ at: formatMoment(linkUntil) }) : m.people_open_link_none() },
				]}
			/>
			<div className="mt-4 flex flex-wrap gap-2">
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
			</div>
		</>
	);
}
