import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { openEdit, saveEdit } from '#app/editing/edit.server.ts';
import { openNew, saveNew } from '#app/editing/new.server.ts';
import { keepWhenOffline, useAnswer } from '#app/http/keep-when-offline.ts';
import { today } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { viewerWhoMay } from '#app/record/guard.server.ts';
import { Page } from '#app/ui/page.tsx';
import { RemoveEntry } from '#app/ui/remove-entry.tsx';
import { commitmentForm } from '../commitment-form.server.ts';
import { COMMITMENT_EDIT } from '../commitment-values.ts';
import { commitmentFor, recordCommitment, reviseCommitment } from '../commitments.server.ts';
import { CommitmentForm } from '../components/commitment-form.tsx';
import { companyFor } from '../queries.server.ts';

const titleOf = (isNew: boolean) => (isNew ? m.companies_commitment_new_title() : m.companies_commitment_edit_title());

export const meta: MetaFunction = ({ params }) => [{ title: `${titleOf(!params.commitmentId)} · ${m.shell_product()}` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await viewerWhoMay(request, 'record', 'commitment');
	const schema = commitmentForm();
	if (!params.commitmentId) {
		const { id, name } = await companyFor(viewer, params.companyId);
		return {
			...(await openNew(request, viewer, 'commitment', { label: name, schema })),
			...{ company: { id, name }, values: { fromOn: today() }, version: null },
		};
	}
	const commitment = await commitmentFor(viewer, params.commitmentId);
	const { id, companyId, companyName } = commitment;
	return {
		...(await openEdit(request, viewer, COMMITMENT_EDIT, { id, row: commitment, label: companyName, schema })),
		company: { id: companyId, name: companyName },
	};
}

export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await viewerWhoMay(request, 'record', 'commitment');
	if (!params.commitmentId) {
		const company = await companyFor(viewer, params.companyId);
		return saveNew(request, commitmentForm(), async (input) => {
			const { kind } = await recordCommitment(viewer, company.id, input);
			return { kind, to: paths.company(company.id), flash: { key: 'commitment_recorded' } };
		});
	}
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

export default function Commitment() {
	const { company, version, ...opened } = useLoaderData<typeof loader>();
	const answer = useAnswer<typeof action>();
	return (
		<Page title={titleOf(version === null)} back={{ to: paths.company(company.id), label: company.name }}>
			<CommitmentForm {...opened} answer={answer} companyId={company.id} />
			{version !== null && (
				<RemoveEntry
					action={paths.removal('commitment', opened.id)}
					version={version}
					label={m.companies_commitment_remove()}
					text={m.companies_commitment_remove_text()}
				/>
			)}
		</Page>
	);
}
