import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { refused } from '#app/editing/answer.ts';
import { openNew, saveNew } from '#app/editing/new.server.ts';
import { keepWhenOffline, useAnswer } from '#app/http/keep-when-offline.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { ownerTyped } from '#app/landowners/owner-typed.server.ts';
import { ownersOfProperty } from '#app/landowners/queries.server.ts';
import { sumOf } from '#app/landowners/share.ts';
import { paths } from '#app/paths.ts';
import { viewerWhoMay } from '#app/record/guard.server.ts';
import { Page } from '#app/ui/page.tsx';
import { OwnershipForm } from '../components/ownership-form.tsx';
import { newOwnerForm } from '../ownership-form.server.ts';
import { addOwnership } from '../ownerships.server.ts';
import { propertyFor } from '../queries.server.ts';
import { ownerRefusal, type PropertyRefusal } from '../refusal.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
	{ title: `${shown ? m.landowners_new_owner_title({ name: shown.property.name }) : m.landowners_properties_title()} · ${m.shell_product()}` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await viewerWhoMay(request, 'revise', 'property');
	const { id, name } = await propertyFor(viewer, params.propertyId);
	const owners = await ownersOfProperty(viewer, id);
	// What is missing to the whole is what a further owner mostly owns.
	const sum = sumOf(owners.map(({ share }) => share));
	const share = sum.is === 'none' ? '1/1' : sum.is === 'less' ? sum.by : '';
	return {
		...(await openNew(request, viewer, 'ownership', { label: name, schema: newOwnerForm() })),
		...{ property: { id, name }, values: { share } },
	};
}

export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await viewerWhoMay(request, 'revise', 'property');
	const { id: propertyId } = await propertyFor(viewer, params.propertyId);
	return saveNew(request, newOwnerForm(), async (input) => {
		const { id, share, fromOn, toOn } = input;
		const meant = await ownerTyped(viewer, input);
		if (meant.kind !== 'one') return ownerRefusal(meant, input.owner);
		const { kind } = await addOwnership(viewer, { id, propertyId, owner: meant.owner, share, fromOn, toOn });
		if (kind === 'owner-already') return refused<PropertyRefusal>({ owner: m.landowners_error_owner_already() });
		return { kind, to: paths.property(propertyId), flash: { key: 'ownership_added' } };
	});
}

export const clientAction = keepWhenOffline;

export default function NewOwner() {
	const { property, ...opened } = useLoaderData<typeof loader>();
	const answer = useAnswer<typeof action>();
	const page = paths.property(property.id);
	return (
		<Page title={m.landowners_new_owner_title({ name: property.name })} back={{ to: page, label: property.name }}>
			<OwnershipForm {...opened} answer={answer} names="owner" choices={answer?.choices ?? []} deed={m.landowners_add_owner()} cancel={page} />
		</Page>
	);
}
