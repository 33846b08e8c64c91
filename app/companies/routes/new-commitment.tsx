import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { openNew, saveNew } from '#app/editing/new.server.ts';
import { keepWhenOffline, useAnswer } from '#app/http/keep-when-offline.ts';
import { today } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { viewerWhoMay } from '#app/record/guard.server.ts';
import { Page } from '#app/ui/page.tsx';
import { commitmentForm } from '../commitment-form.server.ts';
import { recordCommitment } from '../commitments.server.ts';
import { CommitmentForm } from '../components/commitment-form.tsx';
import { companyFor } from '../queries.server.ts';

export const meta: MetaFunction = () => [{ title: `${m.companies_commitment_new_title()} · ${m.shell_product()}` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await viewerWhoMay(request, 'record', 'commitment');
	const { id, name } = await companyFor(viewer, params.companyId);
	return {
		...(await openNew(request, viewer, 'commitment', { label: name, schema: commitmentForm() })),
		company: { id, name },
		values: { fromOn: today() },
	};
}

export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await viewerWhoMay(request, 'record', 'commitment');
	const company = await companyFor(viewer, params.companyId);
	return saveNew(request, commitmentForm(), async (input) => {
		const { kind } = await recordCommitment(viewer, company.id, input);
		return { kind, to: paths.company(company.id), flash: { key: 'commitment_recorded' } };
	});
}

export const clientAction = keepWhenOffline;

export default function NewCommitment() {
	const { company, ...opened } = useLoaderData<typeof loader>();
	const answer = useAnswer<typeof action>();
	return (
		<Page title={m.companies_commitment_new_title()} back={{ to: paths.company(company.id), label: company.name }}>
			<CommitmentForm {...opened} answer={answer} companyId={company.id} />
		</Page>
	);
}
