import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { redirectWith } from '#app/http/flash.server.ts';
import { formOf } from '#app/http/form.server.ts';
import { keepWhenOffline, useAnswer } from '#app/http/keep-when-offline.ts';
import { constraintOf, submitted } from '#app/http/submission.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { Page, Section } from '#app/ui/page.tsx';
import { VersionField } from '#app/ui/version-field.tsx';
import { personForm } from '../admin-form.server.ts';
import { revisePerson } from '../commands.server.ts';
import { PersonAccess } from '../components/person-access.tsx';
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
	return { person, isSelf: person.id === viewer.id, units: await presentUnits(viewer), constraint: constraintOf(personForm()) };
}

export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await requireViewer(request);
	const { id } = await personFor(viewer, params.userId);
	const submission = submitted(await formOf(request), personForm());
	if (submission.status !== 'success') return data({ result: submission.reply(), conflict: null }, { status: 400 });
	const answer = await revisePerson(viewer, id, submission.value);
	if (answer === 'saved') return redirectWith(request, paths.person(id), { key: 'saved' });
	if (typeof answer === 'object') return data({ result: submission.reply(), conflict: answer.edition }, { status: 409 });
	const faults = {
		email_taken: { fieldErrors: { email: [m.people_email_taken()] } },
		last_administrator: { fieldErrors: { memberships: [m.people_last_administrator()] } },
	};
	return data({ result: submission.reply(faults[answer]), conflict: null }, { status: 409 });
}

export const clientAction = keepWhenOffline;

export default function Person() {
	const { person, isSelf, units, constraint } = useLoaderData<typeof loader>();
	const answer = useAnswer<typeof action>();
	return (
		<Page title={person.name} back={{ to: paths.people(), label: m.people_people() }} meta={<StateBadge state={person.state} />}>
			<Section title={m.people_person()}>
				<PersonForm
					// A saved person begins a new form, with the next version's values.
					key={person.version}
					lastResult={answer?.result}
					constraint={constraint}
					hidden={<VersionField version={person.version} lastResult={answer?.result} conflict={answer?.conflict} saved={paths.person(person.id)} />}
					units={units}
					person={person}
					deed={m.people_save()}
					cancel={paths.people()}
				/>
			</Section>
			<Section title={m.people_access()}>
				<PersonAccess person={person} isSelf={isSelf} />
			</Section>
		</Page>
	);
}
