import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { can } from '#app/auth/policy.ts';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { keptEdit } from '#app/drafts/kept.server.ts';
import { clashesOf, togetherFlash } from '#app/editing/editors.server.ts';
import { baseOf, mergeAndSave } from '#app/editing/merged-edit.server.ts';
import { badRequest, forbidden } from '#app/http/errors.ts';
import { redirectWith } from '#app/http/flash.server.ts';
import { formOf } from '#app/http/form.server.ts';
import { keepWhenOffline, useAnswer } from '#app/http/keep-when-offline.ts';
import { constraintOf, submitted } from '#app/http/submission.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { Page } from '#app/ui/page.tsx';
import { RemoveEntry } from '#app/ui/remove-entry.tsx';
import { commitmentForm } from '../commitment-form.server.ts';
import { commitmentAsShown, commitmentFieldLabel, commitmentValues } from '../commitment-values.ts';
import { commitmentFor, reviseCommitment } from '../commitments.server.ts';
import { CommitmentForm } from '../components/commitment-form.tsx';

export const meta: MetaFunction = () => [{ title: `${m.companies_commitment_edit_title()} · ${m.shell_product()}` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	if (!can(viewer, 'record', 'commitment')) throw forbidden();
	const commitment = await commitmentFor(viewer, params.commitmentId);
	const { id, version, companyId, companyName } = commitment;
	return {
		kept: await keptEdit(request, viewer, { form: 'commitment', recordId: id, label: companyName, baseVersion: version }),
		id,
		version,
		company: { id: companyId, name: companyName },
		base: baseOf(commitmentAsShown(commitment)),
		values: commitmentValues(commitment),
		constraint: constraintOf(commitmentForm()),
	};
}

export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await requireViewer(request);
	if (!can(viewer, 'record', 'commitment')) throw forbidden();
	const { id, companyId } = await commitmentFor(viewer, params.commitmentId);
	const subject = { kind: 'commitment', id } as const;
	return mergeAndSave(
		await formOf(request),
		async () => commitmentAsShown(await commitmentFor(viewer, id)),
		async (edit) => {
			const submission = submitted(edit.form, commitmentForm());
			if (edit.clashes.length > 0) return data({ result: submission.reply(), conflict: await clashesOf(viewer, subject, edit) }, { status: 409 });
			if (submission.status !== 'success') return data({ result: submission.reply(), conflict: null }, { status: 400 });
			if (submission.value.id !== id) throw badRequest();
			const answer = await reviseCommitment(viewer, submission.value);
			if (answer.kind === 'conflict') return null;
			return redirectWith(request, paths.company(companyId), await togetherFlash(viewer, subject, edit.takenOver, commitmentFieldLabel));
		},
	);
}

export const clientAction = keepWhenOffline;

export default function EditCommitment() {
	const { kept, id, version, company, base, values, constraint } = useLoaderData<typeof loader>();
	const answer = useAnswer<typeof action>();
	return (
		<Page title={m.companies_commitment_edit_title()} back={{ to: paths.company(company.id), label: company.name }}>
			<CommitmentForm
				id={id}
				kept={kept}
				base={base}
				companyId={company.id}
				values={values}
				constraint={constraint}
				lastResult={answer?.result ?? kept.restored}
				conflict={answer?.conflict}
			/>
			<RemoveEntry
				action={paths.removal('commitment', id)}
				version={version}
				label={m.companies_commitment_remove()}
				text={m.companies_commitment_remove_text()}
			/>
		</Page>
	);
}
