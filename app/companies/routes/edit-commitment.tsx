import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { openEdit, saveEdit } from '#app/editing/edit.server.ts';
import { keepWhenOffline, useAnswer } from '#app/http/keep-when-offline.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { viewerWhoMay } from '#app/record/guard.server.ts';
import { Page } from '#app/ui/page.tsx';
import { RemoveEntry } from '#app/ui/remove-entry.tsx';
import { commitmentForm } from '../commitment-form.server.ts';
import { COMMITMENT_EDIT } from '../commitment-values.ts';
import { commitmentFor, reviseCommitment } from '../commitments.server.ts';
import { CommitmentForm } from '../components/commitment-form.tsx';

export const meta: MetaFunction = () => [{ title: `${m.companies_commitment_edit_title()} · ${m.shell_product()}` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await viewerWhoMay(request, 'record', 'commitment');
	const commitment = await commitmentFor(viewer, params.commitmentId);
	const { id, companyId, companyName } = commitment;
	return {
		...(await openEdit(request, viewer, COMMITMENT_EDIT, { id, row: commitment, label: companyName, schema: commitmentForm() })),
		company: { id: companyId, name: companyName },
	};
}

export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await viewerWhoMay(request, 'record', 'commitment');
	const { id, companyId } = await commitmentFor(viewer, params.commitmentId);
	return saveEdit(request, viewer, COMMITMENT_EDIT, {
		id,
		read: () => commitmentFor(viewer, id),
		schema: commitmentForm(),
		save: (input) => reviseCommitment(viewer, input),
		page: paths.company(companyId),
	});
}

export const clientAction = keepWhenOffline;

export default function EditCommitment() {
	const { company, ...opened } = useLoaderData<typeof loader>();
	const answer = useAnswer<typeof action>();
	return (
		<Page title={m.companies_commitment_edit_title()} back={{ to: paths.company(company.id), label: company.name }}>
			<CommitmentForm {...opened} answer={answer} companyId={company.id} />
			<RemoveEntry
				action={paths.removal('commitment', opened.id)}
				version={opened.version}
				label={m.companies_commitment_remove()}
				text={m.companies_commitment_remove_text()}
			/>
		</Page>
	);
}
