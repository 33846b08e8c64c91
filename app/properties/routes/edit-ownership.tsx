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
import { ButtonLink } from '#app/ui/button.tsx';
import { Page } from '#app/ui/page.tsx';
import { RemoveEntry } from '#app/ui/remove-entry.tsx';
import { OwnershipForm } from '../components/ownership-form.tsx';
import { ownershipForm } from '../ownership-form.server.ts';
import { OWNERSHIP_READINGS, ownershipAsShown, ownershipFieldLabel, valuesOf } from '../ownership-values.ts';
import { reviseOwnership } from '../ownerships.server.ts';
import { ownershipFor } from '../queries.server.ts';

const titleOf = ({ landowner, property }: { landowner: { name: string }; property: { name: string } }) =>
	m.landowners_edit_ownership_title({ owner: landowner.name, property: property.name });

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
	{ title: `${shown ? titleOf(shown.ownership) : m.landowners_properties_title()} · ${m.shell_product()}` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	if (!can(viewer, 'revise', 'property')) throw forbidden();
	const ownership = await ownershipFor(viewer, params.ownershipId);
	const { id, version } = ownership;
	return {
		kept: await keptEdit(request, viewer, { form: 'ownership', recordId: id, label: titleOf(ownership), baseVersion: version }),
		ownership,
		base: baseOf(ownershipAsShown(ownership)),
		values: valuesOf(ownership),
		constraint: constraintOf(ownershipForm()),
	};
}

export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await requireViewer(request);
	if (!can(viewer, 'revise', 'property')) throw forbidden();
	const { id, property } = await ownershipFor(viewer, params.ownershipId);
	const subject = { kind: 'ownership', id } as const;
	return mergeAndSave(
		await formOf(request),
		async () => ownershipAsShown(await ownershipFor(viewer, id)),
		async (edit) => {
			const submission = submitted(edit.form, ownershipForm());
			if (edit.clashes.length > 0)
				return data({ result: submission.reply(), conflict: await clashesOf(viewer, subject, edit, { share: 'shareOf' }) }, { status: 409 });
			if (submission.status !== 'success') return data({ result: submission.reply(), conflict: null }, { status: 400 });
			if (submission.value.id !== id) throw badRequest();
			const answer = await reviseOwnership(viewer, submission.value);
			if (answer.kind === 'conflict') return null;
			const flash = await togetherFlash(viewer, subject, edit.takenOver, ownershipFieldLabel, { share: 'shareOf' });
			return redirectWith(request, paths.property(property.id), flash);
		},
		OWNERSHIP_READINGS,
	);
}

export const clientAction = keepWhenOffline;

export default function EditOwnership() {
	const { ownership, kept, base, values, constraint } = useLoaderData<typeof loader>();
	const answer = useAnswer<typeof action>();
	const { id, property, toOn } = ownership;
	return (
		<Page
			title={titleOf(ownership)}
			back={{ to: paths.property(property.id), label: property.name }}
			actions={toOn === null && <ButtonLink to={paths.ownershipSale(id)}>{m.landowners_sell()}</ButtonLink>}
		>
			<OwnershipForm
				id={id}
				names={null}
				kept={kept}
				base={base}
				values={values}
				constraint={constraint}
				lastResult={answer?.result ?? kept.restored}
				conflict={answer?.conflict}
				deed={m.landowners_save()}
				cancel={paths.property(property.id)}
			/>
			<RemoveEntry
				action={paths.removal('ownership', id)}
				version={ownership.version}
				label={m.landowners_remove_share()}
				text={m.landowners_remove_share_text()}
			/>
		</Page>
	);
}
