import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { can } from '#app/auth/policy.ts';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { badRequest } from '#app/http/errors.ts';
import { redirectWith } from '#app/http/flash.server.ts';
import { formOf } from '#app/http/form.server.ts';
import { submitted } from '#app/http/submission.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { FormActions } from '#app/ui/form-actions.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page } from '#app/ui/page.tsx';
import { disablementForm } from '../admin-form.server.ts';
import { disablePerson, enablePerson, handOver } from '../commands.server.ts';
import { Holdings } from '../components/holdings-list.tsx';
import { heirsChosen } from '../handing-over.ts';
import { heirsOf, heldBy } from '../holdings.server.ts';
import { holdsAny } from '../holdings.ts';
import { personFor } from '../queries.server.ts';

export const meta: MetaFunction = () => [{ title: `${m.people_disable()} · ${m.shell_product()}` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	const { id, name, state } = await personFor(viewer, params.userId);
	const held = await heldBy(viewer, id);
	const heirs = holdsAny(held) ? await heirsOf(viewer, id) : [];
	return { id, name, isDisabled: state === 'disabled', held, heirs, seesTalks: can(viewer, 'see', 'followUp') };
}

export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await requireViewer(request);
	const { id, name } = await personFor(viewer, params.userId);
	const submission = submitted(await formOf(request), disablementForm());
	if (submission.status !== 'success') throw badRequest();
	const { state, ...choice } = submission.value;
	if (state === 'enabled') {
		await enablePerson(viewer, id);
		return redirectWith(request, paths.person(id), { key: 'person_enabled', params: { name } });
	}
	const heirs = heirsChosen(await heldBy(viewer, id), choice, await heirsOf(viewer, id));
	if (typeof heirs === 'string') return data({ sentence: heirs, typed: choice }, { status: 400 });
	if (state === 'disabled') {
		const answer = await disablePerson(viewer, id);
		if (answer !== 'saved') return data({ fault: answer }, { status: 409 });
	}
	await handOver(viewer, id, heirs);
	const isHanded = Object.keys(heirs).length > 0;
	const key = state === 'handed' ? 'person_handed' : isHanded ? 'person_disabled_handed' : 'person_disabled';
	return redirectWith(request, paths.person(id), { key, params: { name } });
}

export default function PersonDisablement() {
	const { id, name, isDisabled, held, heirs, seesTalks } = useLoaderData<typeof loader>();
	const answer = useActionData<typeof action>();
	const typed = answer && 'typed' in answer ? answer.typed : undefined;
	return (
		<Page title={isDisabled ? m.people_enable_ask({ name }) : m.people_disable_ask({ name })} back={{ to: paths.person(id), label: name }}>
			{answer && (
				<Notice tone="danger" role="alert">
					{'sentence' in answer ? answer.sentence : answer.fault === 'self' ? m.people_disable_self() : m.people_last_administrator()}
				</Notice>
			)}
			<Form method="post" className="mt-3">
				<p className="mb-4 max-w-prose">{isDisabled ? m.people_enable_text() : m.people_disable_text()}</p>
				{holdsAny(held) && <Holdings person={{ id, name }} {...{ held, heirs, seesTalks, typed }} />}
				<FormActions>
					{isDisabled && holdsAny(held) && (
						<Button name="state" value="handed">
							{m.people_holds_hand()}
						</Button>
					)}
					<Button name="state" value={isDisabled ? 'enabled' : 'disabled'} variant={isDisabled ? 'primary' : 'danger'}>
						{isDisabled ? m.people_enable() : m.people_disable()}
					</Button>
					<ButtonLink to={paths.person(id)} variant="quiet">
						{m.auth_cancel()}
					</ButtonLink>
				</FormActions>
			</Form>
		</Page>
	);
}
