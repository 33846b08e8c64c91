import { useState } from 'react';
import { type PersonFieldMetas, PersonFields } from '#app/contacts/components/person-fields.tsx';
import type { ContactHit } from '#app/contacts/queries.server.ts';
import { useAnswers } from '#app/http/use-answers.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { ChoiceChips } from '#app/ui/choice-chips.tsx';
import type { FieldMeta } from '#app/ui/field.tsx';
import { ErrorLine } from '#app/ui/field-frame.tsx';
import { Icon } from '#app/ui/icon.tsx';

interface PeopleMetProps {
	meta: FieldMeta;
	/** Left out where the person stands with a firm just being created. */
	personMetas: PersonFieldMetas | null;
	/** The people of the talk's subjects. */
	people: readonly ContactHit[];
	/** Those ticked already, of whatever firm they are today. */
	met: readonly { id: string; name: string; title: string | null }[];
	/** The talk's subjects, as the form sends them. */
	refs: readonly string[];
}

interface Person {
	id: string;
	name: string;
	detail: string | null;
}
const personOf = ({ contactId, name, title, place }: ContactHit, isOwn: boolean): Person => ({
	id: contactId,
	name,
	detail: isOwn ? title : (place ?? title),
});

/** Whom one talked with: the subjects' people as chips; a name typed finds others, and is somebody new where it finds nobody. */
export default function PeopleMet({ meta, personMetas, people, met, refs }: PeopleMetProps) {
	const [found, setFound] = useState<Person[]>([]);
	const [typed, setTyped] = useState('');
	const { answer } = useAnswers<{ people: ContactHit[] }>(typed.trim().length > 1 ? paths.aboutSubjects(refs, typed.trim()) : null);
	const given = met.map(({ id, name, title }) => ({ id, name, detail: title }));
	const chips = [...given, ...found, ...people.map((person) => personOf(person, true))].filter(
		({ id }, at, all) => all.findIndex((one) => one.id === id) === at,
	);
	const others = (answer?.people ?? []).filter(({ contactId }) => chips.every(({ id }) => id !== contactId)).map((person) => personOf(person, false));
	const isUsed = personMetas && Object.values(personMetas).some((field) => !field.valid || Boolean(field.initialValue));

	function take(person: Person) {
		setFound([...found, person]);
		setTyped('');
		const input = personMetas && document.getElementById(personMetas.person.id);
		if (input instanceof HTMLInputElement) input.value = '';
	}

	return (
		<div>
			{chips.length > 0 && (
				<ChoiceChips
					legend={m.dialogues_people()}
					name={meta.name}
					multiple
					chosen={[...idsIn(meta.initialValue), ...found.map(({ id }) => id)]}
					options={chips.map(({ id, name, detail }) => ({ value: id, label: detail ? `${name}, ${detail}` : name }))}
				/>
			)}
			{meta.errors && <ErrorLine id={meta.errorId} errors={meta.errors} />}
			{personMetas && (
				<details open={Boolean(isUsed)} className="group mb-3" onInput={(event) => hear(event.target, personMetas.person.name, setTyped)}>
					<summary className="inline-flex min-h-11 cursor-pointer list-none items-center gap-1.5 rounded-md pr-2 text-muted hover:text-text md:min-h-8">
						<Icon name="plus" size={14} className="group-open:hidden" />
						{chips.length > 0 ? m.dialogues_people_other() : m.dialogues_people_who()}
					</summary>
					<div className="pt-1">
						<PersonFields metas={personMetas} />
						{others.length > 0 && (
							<div role="status" className="-mt-3 mb-3 flex flex-wrap items-center gap-1.5">
								<span className="text-sm">{m.dialogues_people_known()}</span>
								{others.map((person) => (
									<Button key={person.id} type="button" size="sm" onClick={() => take(person)}>
										{[person.name, person.detail].filter(Boolean).join(', ')}
									</Button>
								))}
							</div>
						)}
					</div>
				</details>
			)}
		</div>
	);
}

function hear(target: EventTarget, name: string, onTyped: (typed: string) => void) {
	if (target instanceof HTMLInputElement && target.name === name) onTyped(target.value);
}

const idsIn = (value: unknown): string[] => [value].flat().flatMap((id: unknown) => (typeof id === 'string' ? id : []));
