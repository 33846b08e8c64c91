import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { badRequest } from '#app/http/errors.ts';
import { redirectWith } from '#app/http/flash.server.ts';
import { formOf } from '#app/http/form.server.ts';
import { submitted } from '#app/http/submission.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { Notice } from '#app/ui/notice.tsx';
import { Page } from '#app/ui/page.tsx';
import { archivalForm } from '../admin-form.server.ts';
import { archiveUnit, unitFor } from '../units.server.ts';

export const meta: MetaFunction = () => [{ title: `${m.people_unit_archive()} · ${m.shell_product()}` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	const { id, name, people } = await unitFor(viewer, params.unitId);
	// Only a refusal is shown here: somebody was given a role while the page stood open.
	if (people === 0) throw redirect(paths.unit(id));
	return { id, name };
}

export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await requireViewer(request);
	const { id, name } = await unitFor(viewer, params.unitId);
	const submission = submitted(await formOf(request), archivalForm());
	if (submission.status !== 'success') throw badRequest();
	const isArchived = submission.value.state === 'archived';
	const answer = await archiveUnit(viewer, id, isArchived);
	if (answer === 'has_people') return data({ fault: answer }, { status: 409 });
	return redirectWith(request, paths.units(), { key: isArchived ? 'unit_archived' : 'unit_restored', params: { name } });
}

export default function UnitArchival() {
	const { id, name } = useLoaderData<typeof loader>();
	return (
		<Page title={name} back={{ to: paths.unit(id), label: name }}>
			<Notice tone="warning" role="alert">
				{m.people_unit_has_people()}
			</Notice>
		</Page>
	);
}
