import { phoneShown } from '#app/contact-details/reach.ts';
import { useAnswers } from '#app/http/use-answers.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { FocusNotice } from '#app/ui/focus-notice.tsx';
import { useTyped } from '#app/ui/use-typed.ts';
import type { LookAlike } from '../look-alikes.server.ts';
import type { PlaceHit } from '../places.server.ts';

interface Props {
	people: readonly LookAlike[];
	/** Whom the new person was to have a role with: the one found can be given it instead. */
	place: PlaceHit | null;
	title: string;
}

const LINK = 'font-medium underline underline-offset-2';

/** The page's answer to somebody who may be there already: who it could be, how to go on with them, and how to create all the same. */
export function LookAlikes({ people, place, title }: Props) {
	return (
		<FocusNotice title={m.contacts_look_alikes_title()}>
			<ul className="mt-1 divide-y divide-warning/20">
				{people.map((person) => (
					<li key={person.id} className="py-2">
						<a href={paths.contact(person.id)} className={LINK}>
							{person.name}
						</a>
						<span className="text-muted"> {factsOf(person)}</span>
						<span className="flex flex-wrap gap-x-4">
							<a href={paths.contact(person.id)} className={`inline-flex min-h-8 items-center ${LINK}`}>
								{m.contacts_use_existing()}
							</a>
							{place && (
								<a
									href={paths.newContactRole(person.id, { [place.kind]: place.id, ...(title && { title }) })}
									className={`inline-flex min-h-8 items-center ${LINK}`}
								>
									{m.contacts_add_role_at({ place: place.name })}
								</a>
							)}
						</span>
					</li>
				))}
			</ul>
			<Button name="confirm" value="yes" size="sm" className="mt-2">
				{m.contacts_create_anyway()}
			</Button>
		</FocusNotice>
	);
}

/** People who may be the one being typed, as a help beside the form; without scripts the answer to the form says it. */
export function AlikeWhileTyping({ formId }: { formId: string }) {
	const { name, phone, email } = useTyped(formId, 'name', 'phone', 'email');
	const { answer } = useAnswers<{ alike: LookAlike[] }>(name || phone || email ? paths.contactsAlike({ name, phone, email }) : null);
	const alike = answer?.alike.slice(0, 3) ?? [];
	return (
		<p role="status" className="mb-2 min-h-6 text-muted text-sm sm:col-span-2">
			{alike.length > 0 && (
				<>
					{m.companies_already_there()}{' '}
					{alike.map((person, at) => (
						<span key={person.id}>
							{at > 0 && ', '}
							<a href={paths.contact(person.id)} className="text-accent underline underline-offset-2">
								{person.name}
							</a>
							{factsOf(person) && ` (${factsOf(person)})`}
						</span>
					))}
				</>
			)}
		</p>
	);
}

function factsOf({ roles, phone, email, shares, archivedAt }: LookAlike): string {
	const [role] = roles;
	const reasons = [
		shares.includes('phone') && m.contacts_same_phone(),
		shares.includes('email') && m.contacts_same_email(),
		archivedAt !== null && m.upkeep_archived_title(),
	];
	return [role && [role.title, role.place].filter(Boolean).join(', '), phone && phoneShown(phone), email, ...reasons].filter(Boolean).join(' · ');
}
