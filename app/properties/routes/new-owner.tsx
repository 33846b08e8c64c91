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
import { m } from '#app/i18n/paraglide/messages.js';
import { ownerTyped } from '#app/landowners/owner-typed.server.ts';
import { ownersOfProperty } from '#app/landowners/queries.server.ts';
import { sumOf } from '#app/landowners/share.ts';
import { paths } from '#app/paths.ts';
import { Page } from '#app/ui/page.tsx';
import { newId } from '#db/new-id.ts';
import { OwnershipForm } from '../components/ownership-form.tsx';
import { newOwnerForm } from '../ownership-form.server.ts';
import { addOwnership } from '../ownerships.server.ts';
import { propertyFor } from '../queries.server.ts';
import { ownerFault } from '../refusal.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
	{ title: `${shown ? m.landowners_new_owner_title({ name: shown.property.name }) : m.landowners_properties_title()} · ${m.shell_product()}` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	if (!can(viewer, 'revise', 'property')) throw forbidden();
	const { id, name } = await propertyFor(viewer, params.propertyId);
	const owners = await ownersOfProperty(viewer, id);
	// What is missing to the whole is what a further owner mostly owns.
	const sum = sumOf(owners.map(({ share }) => share));
	const share = sum.is === 'none' ? '1/1' : sum.is === 'less' ? sum.by : '';
	return {
		kept: await keptNew(request, viewer, { form: 'ownership', label: name }),
		property: { id, name },
		share,
		constraint: constraintOf(newOwnerForm()),
	};
}

export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await requireViewer(request);
	if (!can(viewer, 'revise', 'property')) throw forbidden();
	const property = await propertyFor(viewer, params.propertyId);
	const submission = submitted(await formOf(request), newOwnerForm());
	if (submission.status !== 'success') return data({ result: submission.reply(), choices: [], earlier: null }, { status: 400 });
	const { id, owner: typed, share, fromOn, toOn } = submission.value;
	const meant = await ownerTyped(viewer, submission.value);
	if (meant.kind !== 'one') {
		const { faults, choices } = ownerFault(meant, typed);
		return data({ result: submission.reply(faults), choices, earlier: null }, { status: 400 });
	}
	const answer = await addOwnership(viewer, { id, propertyId: property.id, owner: meant.owner, share, fromOn, toOn });
	if (answer.kind === 'added') return redirectWith(request, paths.property(property.id), { key: 'ownership_added' });
	if (answer.kind === 'differs') {
		const earlier = { to: paths.property(answer.propertyId), freshId: newId() };
		return data({ result: submission.reply(), choices: [], earlier }, { status: 409 });
	}
	return data(
		{ result: submission.reply({ fieldErrors: { owner: [m.landowners_error_owner_already()] } }), choices: [], earlier: null },
		{ status: 409 },
	);
}

export const clientAction = keepWhenOffline;

export default function NewOwner() {
	const { kept, property, share, constraint } = useLoaderData<typeof loader>();
	const answer = useAnswer<typeof action>();
	return (
		<Page title={m.landowners_new_owner_title({ name: property.name })} back={{ to: paths.property(property.id), label: property.name }}>
			<OwnershipForm
				id={kept.recordId}
				kept={kept}
				earlier={answer?.earlier}
				names="owner"
				values={{ share }}
				constraint={constraint}
				lastResult={answer?.result ?? kept.restored}
				choices={answer?.choices ?? []}
				deed={m.landowners_add_owner()}
				cancel={paths.property(property.id)}
			/>
		</Page>
	);
}
