import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { can } from '#app/auth/policy.ts';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { keptNew } from '#app/drafts/kept.server.ts';
import { forbidden } from '#app/http/errors.ts';
import { redirectWith } from '#app/http/flash.server.ts';
import { formOf } from '#app/http/form.server.ts';
import { keepWhenOffline, useAnswer } from '#app/http/keep-when-offline.ts';
import { constraintOf, submitted } from '#app/http/submission.server.ts';
import { today } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { Page } from '#app/ui/page.tsx';
import { newId } from '#db/new-id.ts';
import { commitmentForm } from '../commitment-form.server.ts';
import { recordCommitment } from '../commitments.server.ts';
import { CommitmentForm } from '../components/commitment-form.tsx';
import { companyFor } from '../queries.server.ts';

export const meta: MetaFunction = () => [{ title: `${m.companies_commitment_new_title()} · ${m.shell_product()}` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	if (!can(viewer, 'record', 'commitment')) throw forbidden();
	const { id, name } = await companyFor(viewer, params.companyId);
	return {
		kept: await keptNew(request, viewer, { form: 'commitment', label: name }),
		company: { id, name },
		fromOn: today(),
		constraint: constraintOf(commitmentForm()),
	};
}

export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await requireViewer(request);
	if (!can(viewer, 'record', 'commitment')) throw forbidden();
	const company = await companyFor(viewer, params.companyId);
	const submission = submitted(await formOf(request), commitmentForm());
	if (submission.status !== 'success') return data({ result: submission.reply(), earlier: null }, { status: 400 });
	if ((await recordCommitment(viewer, company.id, submission.value)) === 'differs') {
		const earlier = { to: paths.company(company.id), freshId: newId() };
		return data({ result: submission.reply(), earlier }, { status: 409 });
	}
	return redirectWith(request, paths.company(company.id), { key: 'commitment_recorded' });
}

export const clientAction = keepWhenOffline;

export default function NewCommitment() {
	const { kept, company, fromOn, constraint } = useLoaderData<typeof loader>();
	const answer = useAnswer<typeof action>();
	return (
		<Page title={m.companies_commitment_new_title()} back={{ to: paths.company(company.id), label: company.name }}>
			<CommitmentForm
				id={kept.recordId}
				kept={kept}
				companyId={company.id}
				values={{ fromOn }}
				constraint={constraint}
				lastResult={answer?.result ?? kept.restored}
				earlier={answer?.earlier}
			/>
		</Page>
	);
}
