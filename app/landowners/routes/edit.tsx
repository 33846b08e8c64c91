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
import { reviseLandowner } from '../commands.server.ts';
import { LandownerForm } from '../components/landowner-form.tsx';
import { landownerForm } from '../landowner-form.server.ts';
import { landownerAsShown, landownerFieldLabel, valuesOf } from '../landowner-values.ts';
import { objectionTo } from '../objection.server.ts';
import { ownerChoices } from '../owner-typed.server.ts';
import { landownerFor } from '../queries.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
	{ title: `${shown ? m.landowners_edit_title({ name: shown.name }) : m.landowners_title()} · ${m.shell_product()}` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	if (!can(viewer, 'revise', 'landowner')) throw forbidden();
	const owner = await landownerFor(viewer, params.landownerId);
	const { id, name, version, company } = owner;
	return {
		kept: await keptEdit(request, viewer, { form: 'landowner', recordId: id, label: name, baseVersion: version }),
		id,
		name,
		company: company && { id: company.id, name: company.name },
		base: baseOf(landownerAsShown(owner)),
		values: valuesOf(owner),
		constraint: constraintOf(landownerForm()),
	};
}

const NOTHING = { conflict: null, objection: null, taken: null };

export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await requireViewer(request);
	if (!can(viewer, 'revise', 'landowner')) throw forbidden();
	const { id } = await landownerFor(viewer, params.landownerId);
	const subject = { kind: 'landowner', id } as const;
	return mergeAndSave(
		await formOf(request),
		async () => landownerAsShown(await landownerFor(viewer, id)),
		async (edit) => {
			const submission = submitted(edit.form, landownerForm());
			if (edit.clashes.length > 0)
				return data({ ...NOTHING, result: submission.reply(), conflict: await clashesOf(viewer, subject, edit) }, { status: 409 });
			if (submission.status !== 'success') return data({ ...NOTHING, result: submission.reply() }, { status: 400 });
			if (submission.value.id !== id) throw badRequest();
			const answer = await reviseLandowner(viewer, submission.value);
			switch (answer.kind) {
				case 'conflict':
					return null;
				case 'revised':
					return redirectWith(request, paths.landowner(id), await togetherFlash(viewer, subject, edit.takenOver, landownerFieldLabel));
				case 'known': {
					const fault = submission.reply({ fieldErrors: { name: [m.landowners_taken_by({ name: answer.name })] } });
					return data({ ...NOTHING, result: fault, taken: { to: paths.landowner(answer.id), name: answer.name } }, { status: 409 });
				}
				default: {
					const offered = answer.kind === 'unknown-firm' ? await ownerChoices(viewer, submission.value.name) : [];
					const { faults, objection } = objectionTo(answer, submission.value.name, offered);
					return data({ ...NOTHING, result: submission.reply(faults), objection }, { status: 409 });
				}
			}
		},
	);
}

export const clientAction = keepWhenOffline;

export default function EditLandowner() {
	const { id, name, ...shown } = useLoaderData<typeof loader>();
	const answer = useAnswer<typeof action>();
	return (
		<Page title={m.landowners_edit_title({ name })} back={{ to: paths.landowner(id), label: name }}>
			<LandownerForm
				id={id}
				{...shown}
				lastResult={answer?.result ?? shown.kept.restored}
				conflict={answer?.conflict}
				objection={answer?.objection}
				taken={answer?.taken}
			/>
		</Page>
	);
}
