import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { openEdit, saveEdit } from '#app/editing/edit.server.ts';
import { keepWhenOffline, useAnswer } from '#app/http/keep-when-offline.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { viewerWhoMay } from '#app/record/guard.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Page } from '#app/ui/page.tsx';
import { RemoveEntry } from '#app/ui/remove-entry.tsx';
import { OwnershipForm } from '../components/ownership-form.tsx';
import { ownershipForm } from '../ownership-form.server.ts';
import { OWNERSHIP_EDIT } from '../ownership-values.ts';
import { reviseOwnership } from '../ownerships.server.ts';
import { ownershipFor } from '../queries.server.ts';

const titleOf = ({ landowner, property }: { landowner: { name: string }; property: { name: string } }) =>
	m.landowners_edit_ownership_title({ owner: landowner.name, property: property.name });

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
	{ title: `${shown ? titleOf(shown.ownership) : m.landowners_properties_title()} · ${m.shell_product()}` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await viewerWhoMay(request, 'revise', 'property');
	const ownership = await ownershipFor(viewer, params.ownershipId);
	const { id } = ownership;
	return {
		ownership,
		...(await openEdit(request, viewer, OWNERSHIP_EDIT, { id, row: ownership, label: titleOf(ownership), schema: ownershipForm() })),
	};
}

export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await viewerWhoMay(request, 'revise', 'property');
	const { id, property } = await ownershipFor(viewer, params.ownershipId);
	return saveEdit(request, viewer, OWNERSHIP_EDIT, {
		id,
		read: () => ownershipFor(viewer, id),
		schema: ownershipForm(),
		save: (input) => reviseOwnership(viewer, input),
		page: paths.property(property.id),
	});
}

export const clientAction = keepWhenOffline;

export default function EditOwnership() {
	const { ownership, ...opened } = useLoaderData<typeof loader>();
	const answer = useAnswer<typeof action>();
	const { id, property, toOn } = ownership;
	const page = paths.property(property.id);
	return (
		<Page
			title={titleOf(ownership)}
			back={{ to: page, label: property.name }}
			actions={toOn === null && <ButtonLink to={paths.ownershipSale(id)}>{m.landowners_sell()}</ButtonLink>}
		>
			<OwnershipForm {...opened} answer={answer} names={null} deed={m.landowners_save()} cancel={page} />
			<RemoveEntry
				action={paths.removal('ownership', id)}
				version={ownership.version}
				label={m.landowners_remove_share()}
				text={m.landowners_remove_share_text()}
			/>
		</Page>
	);
}
