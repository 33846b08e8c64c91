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
import { landownerFor } from '#app/landowners/queries.server.ts';
import { paths } from '#app/paths.ts';
import { Page } from '#app/ui/page.tsx';
import { newId } from '#db/new-id.ts';
import { OwnershipForm } from '../components/ownership-form.tsx';
import { newHoldingForm } from '../ownership-form.server.ts';
import { addOwnership } from '../ownerships.server.ts';
import { propertyTyped } from '../property-typed.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
	{ title: `${shown ? m.landowners_new_holding_title({ name: shown.owner.name }) : m.landowners_title()} · ${m.shell_product()}` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	if (!can(viewer, 'revise', 'property')) throw forbidden();
	const { id, name } = await landownerFor(viewer, params.landownerId);
	return {
		kept: await keptNew(request, viewer, { form: 'ownership', label: name }),
		owner: { id, name },
		constraint: constraintOf(newHoldingForm()),
	};
}

/** A property that is there already, of which the owner owns a share. */
export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await requireViewer(request);
	if (!can(viewer, 'revise', 'property')) throw forbidden();
	const owner = await landownerFor(viewer, params.landownerId);
	const submission = submitted(await formOf(request), newHoldingForm());
	if (submission.status !== 'success') return data({ result: submission.reply(), choices: [], earlier: null }, { status: 400 });
	const { id, property, share, fromOn, toOn } = submission.value;
	const meant = await propertyTyped(viewer, submission.value);
	if (meant.kind !== 'one') {
		const text =
			meant.kind === 'several' ? m.landowners_error_several({ typed: property }) : m.landowners_error_property_unknown({ typed: property });
		const choices = meant.kind === 'several' ? meant.choices : [];
		return data({ result: submission.reply({ fieldErrors: { property: [text] } }), choices, earlier: null }, { status: 400 });
	}
	const answer = await addOwnership(viewer, { id, propertyId: meant.propertyId, owner: { landownerId: owner.id }, share, fromOn, toOn });
	if (answer.kind === 'added') return redirectWith(request, paths.landowner(owner.id), { key: 'ownership_added' });
	if (answer.kind === 'differs') {
		const earlier = { to: paths.property(answer.propertyId), freshId: newId() };
		return data({ result: submission.reply(), choices: [], earlier }, { status: 409 });
	}
	const fault = submission.reply({ fieldErrors: { property: [m.landowners_error_owner_already()] } });
	return data({ result: fault, choices: [], earlier: null }, { status: 409 });
}

export const clientAction = keepWhenOffline;

export default function NewOwnership() {
	const { kept, owner, constraint } = useLoaderData<typeof loader>();
	const answer = useAnswer<typeof action>();
	return (
		<Page title={m.landowners_new_holding_title({ name: owner.name })} back={{ to: paths.landowner(owner.id), label: owner.name }}>
			<OwnershipForm
				id={kept.recordId}
				kept={kept}
				earlier={answer?.earlier}
				names="property"
				values={{ share: '1/1' }}
				constraint={constraint}
				lastResult={answer?.result ?? kept.restored}
				choices={answer?.choices ?? []}
				deed={m.landowners_add_known_property()}
				cancel={paths.landowner(owner.id)}
			/>
		</Page>
	);
}
