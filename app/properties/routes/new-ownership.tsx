import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { refused } from '#app/editing/answer.ts';
import { openNew, saveNew } from '#app/editing/new.server.ts';
import { keepWhenOffline, useAnswer } from '#app/http/keep-when-offline.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { landownerFor } from '#app/landowners/queries.server.ts';
import { paths } from '#app/paths.ts';
import { viewerWhoMay } from '#app/record/guard.server.ts';
import { Page } from '#app/ui/page.tsx';
import { OwnershipForm } from '../components/ownership-form.tsx';
import { newHoldingForm } from '../ownership-form.server.ts';
import { addOwnership } from '../ownerships.server.ts';
import { propertyTyped } from '../property-typed.server.ts';
import type { PropertyRefusal } from '../refusal.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
	{ title: `${shown ? m.landowners_new_holding_title({ name: shown.owner.name }) : m.landowners_title()} · ${m.shell_product()}` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await viewerWhoMay(request, 'revise', 'property');
	const { id, name } = await landownerFor(viewer, params.landownerId);
	return {
		...(await openNew(request, viewer, 'ownership', { label: name, schema: newHoldingForm() })),
		...{ owner: { id, name }, values: { share: '1/1' } },
	};
}

/** A property that is there already, of which the owner owns a share. */
export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await viewerWhoMay(request, 'revise', 'property');
	const { id: landownerId } = await landownerFor(viewer, params.landownerId);
	return saveNew(request, newHoldingForm(), async (input) => {
		const { id, property: typed, share, fromOn, toOn } = input;
		const meant = await propertyTyped(viewer, input);
		if (meant.kind === 'several')
			return refused<PropertyRefusal>({ property: m.landowners_error_several({ typed }) }, { choices: meant.choices }, 400);
		if (meant.kind !== 'one') return refused<PropertyRefusal>({ property: m.landowners_error_property_unknown({ typed }) }, {}, 400);
		const { propertyId } = meant;
		const { kind } = await addOwnership(viewer, { id, propertyId, owner: { landownerId }, share, fromOn, toOn });
		if (kind === 'owner-already') return refused<PropertyRefusal>({ property: m.landowners_error_owner_already() });
		return { kind, to: kind === 'saved' ? paths.landowner(landownerId) : paths.property(propertyId), flash: { key: 'ownership_added' } };
	});
}

export const clientAction = keepWhenOffline;

export default function NewOwnership() {
	const { owner, ...opened } = useLoaderData<typeof loader>();
	const answer = useAnswer<typeof action>();
	const page = paths.landowner(owner.id);
	return (
		<Page title={m.landowners_new_holding_title({ name: owner.name })} back={{ to: page, label: owner.name }}>
			<OwnershipForm
				{...opened}
				answer={answer}
				names="property"
				choices={answer?.choices ?? []}
				deed={m.landowners_add_known_property()}
				cancel={page}
			/>
		</Page>
	);
}
