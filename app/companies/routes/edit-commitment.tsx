import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { can } from '#app/auth/policy.ts';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { badRequest, forbidden } from '#app/http/errors.ts';
import { redirectWith } from '#app/http/flash.server.ts';
import { formOf } from '#app/http/form.server.ts';
import { keepWhenOffline, useAnswer } from '#app/http/keep-when-offline.ts';
import { constraintOf, submitted } from '#app/http/submission.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { Page } from '#app/ui/page.tsx';
import { commitmentForm } from '../commitment-form.server.ts';
import { commitmentFor, reviseCommitment } from '../commitments.server.ts';
import { CommitmentForm } from '../components/commitment-form.tsx';

export const meta: MetaFunction = () => [{ title: `${m.companies_commitment_edit_title()} · ${m.shell_product()}` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	if (!can(viewer, 'record', 'commitment')) throw forbidden();
	const { id, version, companyId, companyName, kind, places, note, fromOn, toOn } = await commitmentFor(viewer, params.commitmentId);
	const values = { kind, places: places === null ? null : String(places), note, fromOn, toOn };
	return { id, version, company: { id: companyId, name: companyName }, values, constraint: constraintOf(commitmentForm()) };
}

export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await requireViewer(request);
	if (!can(viewer, 'record', 'commitment')) throw forbidden();
	const { id, companyId } = await commitmentFor(viewer, params.commitmentId);
	const submission = submitted(await formOf(request), commitmentForm());
	if (submission.status !== 'success') return data({ result: submission.reply(), conflict: null }, { status: 400 });
	if (submission.value.id !== id) throw badRequest();
	const answer = await reviseCommitment(viewer, submission.value);
	if (answer.kind === 'conflict') return data({ result: submission.reply(), conflict: answer.edition }, { status: 409 });
	return redirectWith(request, paths.company(companyId), { key: 'saved' });
}

export const clientAction = keepWhenOffline;

export default function EditCommitment() {
	const { id, version, company, values, constraint } = useLoaderData<typeof loader>();
	const answer = useAnswer<typeof action>();
	return (
		<Page title={m.companies_commitment_edit_title()} back={{ to: paths.company(company.id), label: company.name }}>
			<CommitmentForm
				id={id}
				version={version}
				companyId={company.id}
				values={values}
				constraint={constraint}
				lastResult={answer?.result}
				conflict={answer?.conflict}
			/>
		</Page>
	);
}
