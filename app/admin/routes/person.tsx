import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { refused } from '#app/editing/answer.ts';
import { saveEdit } from '#app/editing/edit.server.ts';
import { baseOf } from '#app/editing/merged-edit.server.ts';
import { keepWhenOffline, useAnswer } from '#app/http/keep-when-offline.ts';
import { constraintOf } from '#app/http/submission.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { BaseField } from '#app/ui/base-field.tsx';
import { ConflictPanel } from '#app/ui/conflict-panel.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { RecordPage } from '#app/ui/record-head.tsx';
import { personForm, personGiven } from '../admin-form.server.ts';
import { personClashLabels, personEdit } from '../admin-values.ts';
import { revisePerson } from '../commands.server.ts';
import { accessFacts, PersonDeeds } from '../components/person-access.tsx';
import { PersonForm } from '../components/person-form.tsx';
import { StateBadge } from '../components/state-badge.tsx';
import { heldBy } from '../holdings.server.ts';
import { holdsAny } from '../holdings.ts';
import { personFor } from '../queries.server.ts';
import { presentUnits } from '../units.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [
	{ title: `${found?.person.name ?? m.people_people()} · ${m.shell_product()}` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	const person = await personFor(viewer, params.userId);
	const units = await presentUnits(viewer);
	const base = baseOf(personEdit(units).shown(person));
	const stillHolds = person.state === 'disabled' && holdsAny(await heldBy(viewer, person.id));
	return { stillHolds, person, isSelf: person.id === viewer.id, units, base, constraint: constraintOf(personForm()) };
}

export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await requireViewer(request);
	const { id } = await personFor(viewer, params.userId);
	return saveEdit(request, viewer, personEdit(await presentUnits(viewer)), {
		id,
		read: () => personFor(viewer, id),
		schema: personForm(),
		save: async (input) => {
			const answer = await revisePerson(viewer, id, personGiven(input));
			if (answer === 'email_taken') return refused({ email: m.people_email_taken() });
			return answer === 'last_administrator' ? refused({ roles: m.people_last_administrator() }) : answer;
		},
		page: paths.person(id),
	});
}

export const clientAction = keepWhenOffline;

export default function Person() {
	const { stillHolds, person, isSelf, units, base, constraint } = useLoaderData<typeof loader>();
	const answer = useAnswer<typeof action>();
	return (
		<RecordPage
			title={person.name}
			back={{ to: paths.people(), label: m.people_people() }}
			badges={<StateBadge state={person.state} />}
			deeds={<PersonDeeds person={person} isSelf={isSelf} />}
			facts={accessFacts(person)}
		>
			{stillHolds && (
				<Notice tone="warning">
					{m.people_holds_still({ name: person.name })} <a href={paths.personDisablement(person.id)}>{m.people_holds_hand()}</a>
				</Notice>
			)}
			<div className="max-w-176">
				<PersonForm
					// A saved person begins a new form, with the next version's values.
					key={person.version}
					lastResult={answer?.result}
					constraint={constraint}
					hidden={
						<>
							<BaseField base={base} lastResult={answer?.result} />
							<ConflictPanel conflict={answer?.conflict} labels={personClashLabels(units)} formId="person" />
						</>
					}
					units={units}
					person={person}
					deed={m.people_save()}
					cancel={paths.people()}
				/>
			</div>
		</RecordPage>
	);
}
