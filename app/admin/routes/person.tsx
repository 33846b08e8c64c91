import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { clashesOf, togetherFlash } from '#app/editing/editors.server.ts';
import { baseOf, mergeAndSave } from '#app/editing/merged-edit.server.ts';
import { redirectWith } from '#app/http/flash.server.ts';
import { formOf } from '#app/http/form.server.ts';
import { keepWhenOffline, useAnswer } from '#app/http/keep-when-offline.ts';
import { constraintOf, submitted } from '#app/http/submission.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { BaseField } from '#app/ui/base-field.tsx';
import { ConflictPanel } from '#app/ui/conflict-panel.tsx';
import { RecordPage } from '#app/ui/record-head.tsx';
import { personForm, personGiven } from '../admin-form.server.ts';
import { PERSON_READINGS, personAsShown, personChainNames, personClashLabels, personFieldLabel } from '../admin-values.ts';
import { revisePerson } from '../commands.server.ts';
import { accessFacts, PersonDeeds } from '../components/person-access.tsx';
import { PersonForm } from '../components/person-form.tsx';
import { StateBadge } from '../components/state-badge.tsx';
import { personFor } from '../queries.server.ts';
import { presentUnits } from '../units.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [
	{ title: `${found?.person.name ?? m.people_people()} · ${m.shell_product()}` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	const person = await personFor(viewer, params.userId);
	const units = await presentUnits(viewer);
	const base = baseOf(personAsShown(person, units));
	return { person, isSelf: person.id === viewer.id, units, base, constraint: constraintOf(personForm()) };
}

export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await requireViewer(request);
	const { id } = await personFor(viewer, params.userId);
	const units = await presentUnits(viewer);
	const [subject, names] = [{ kind: 'user', id } as const, personChainNames(units)];
	return mergeAndSave(
		await formOf(request),
		async () => personAsShown(await personFor(viewer, id), units),
		async (edit) => {
			const submission = submitted(edit.form, personForm());
			if (edit.clashes.length > 0)
				return data({ result: submission.reply(), conflict: await clashesOf(viewer, subject, edit, names) }, { status: 409 });
			if (submission.status !== 'success') return data({ result: submission.reply(), conflict: null }, { status: 400 });
			const answer = await revisePerson(viewer, id, personGiven(submission.value));
			if (answer === 'saved')
				return redirectWith(request, paths.person(id), await togetherFlash(viewer, subject, edit.takenOver, personFieldLabel(units), names));
			if (typeof answer === 'object') return null;
			const faults = {
				email_taken: { fieldErrors: { email: [m.people_email_taken()] } },
				last_administrator: { fieldErrors: { roles: [m.people_last_administrator()] } },
			};
			return data({ result: submission.reply(faults[answer]), conflict: null }, { status: 409 });
		},
		PERSON_READINGS,
	);
}

export const clientAction = keepWhenOffline;

export default function Person() {
	const { person, isSelf, units, base, constraint } = useLoaderData<typeof loader>();
	const answer = useAnswer<typeof action>();
	return (
		<RecordPage
			title={person.name}
			back={{ to: paths.people(), label: m.people_people() }}
			badges={<StateBadge state={person.state} />}
			deeds={<PersonDeeds person={person} isSelf={isSelf} />}
			facts={accessFacts(person)}
		>
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
