import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { invitationLink } from '#app/auth/invitations.server.ts';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { formOf } from '#app/http/form.server.ts';
import { keepWhenOffline, useAnswer } from '#app/http/keep-when-offline.ts';
import { constraintOf, submitted } from '#app/http/submission.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { EarlierNotice } from '#app/ui/earlier-notice.tsx';
import { Page } from '#app/ui/page.tsx';
import { newId } from '#db/new-id.ts';
import { newPersonForm, personGiven } from '../admin-form.server.ts';
import { admitPerson } from '../commands.server.ts';
import { InvitationLink } from '../components/invitation-link.tsx';
import { PersonForm } from '../components/person-form.tsx';
import { presentUnits } from '../units.server.ts';

export const meta: MetaFunction = () => [{ title: `${m.people_new()} · ${m.shell_product()}` }];

export async function loader({ request }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	return { id: newId(), units: await presentUnits(viewer), constraint: constraintOf(newPersonForm()) };
}

export async function action({ request }: ActionFunctionArgs) {
	const viewer = await requireViewer(request);
	await presentUnits(viewer);
	const submission = submitted(await formOf(request), newPersonForm());
	if (submission.status !== 'success') return data({ result: submission.reply(), made: null, earlier: null }, { status: 400 });
	const { id, name } = submission.value;
	const answer = await admitPerson(viewer, personGiven(submission.value));
	if (answer === 'email_taken')
		return data({ result: submission.reply({ fieldErrors: { email: [m.people_email_taken()] } }), made: null, earlier: null }, { status: 409 });
	if (answer === 'differs') {
		const earlier = { to: paths.person(id), freshId: newId() };
		return data({ result: submission.reply(), made: null, earlier }, { status: 409 });
	}
	// The same form once more: the person stands, the link was shown the first time.
	if (answer === 'known') return redirect(paths.person(id));
	// Shown in this very answer and nowhere else: no cookie, address or table ever carries the link.
	return data({ result: null, made: { id, name, link: invitationLink(answer.token) }, earlier: null }, { status: 201 });
}

export const clientAction = keepWhenOffline;

export default function NewPerson() {
	const { id, units, constraint } = useLoaderData<typeof loader>();
	const answer = useAnswer<typeof action>();
	const back = { to: paths.people(), label: m.people_people() };
	if (answer?.made)
		return (
			<Page title={answer.made.name} back={back}>
				<InvitationLink link={answer.made.link} name={answer.made.name} />
				<div className="mt-5 flex flex-wrap gap-2">
					<ButtonLink to={paths.person(answer.made.id)}>{m.people_to_person({ name: answer.made.name })}</ButtonLink>
				</div>
			</Page>
		);
	return (
		<Page title={m.people_new()} back={back}>
			<PersonForm
				lastResult={answer?.result ?? undefined}
				constraint={constraint}
				hidden={
					<>
						<input type="hidden" name="id" value={answer?.earlier?.freshId ?? id} />
						{answer?.earlier && <EarlierNotice {...answer.earlier} />}
					</>
				}
				units={units}
				deed={m.people_new_do()}
				cancel={paths.people()}
			/>
		</Page>
	);
}
