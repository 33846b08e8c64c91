import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { refused } from '#app/editing/answer.ts';
import { openEdit, saveEdit } from '#app/editing/edit.server.ts';
import { keepWhenOffline, useAnswer } from '#app/http/keep-when-offline.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { viewerWhoMay } from '#app/record/guard.server.ts';
import { Page } from '#app/ui/page.tsx';
import { reviseLandowner } from '../commands.server.ts';
import { LandownerForm } from '../components/landowner-form.tsx';
import type { Objection } from '../components/new-landowner-form.tsx';
import { landownerForm } from '../landowner-form.server.ts';
import { LANDOWNER_EDIT } from '../landowner-values.ts';
import { objectionTo } from '../objection.server.ts';
import { ownerChoices } from '../owner-typed.server.ts';
import { landownerFor } from '../queries.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
	{ title: `${shown ? m.landowners_edit_title({ name: shown.name }) : m.landowners_title()} · ${m.shell_product()}` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await viewerWhoMay(request, 'revise', 'landowner');
	const owner = await landownerFor(viewer, params.landownerId);
	const { id, name, company } = owner;
	return {
		...(await openEdit(request, viewer, LANDOWNER_EDIT, { id, row: owner, label: name, schema: landownerForm() })),
		name,
		company: company && { id: company.id, name: company.name },
	};
}

interface More {
	objection: Objection;
	taken: { to: string; name: string };
}

export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await viewerWhoMay(request, 'revise', 'landowner');
	const { id } = await landownerFor(viewer, params.landownerId);
	return saveEdit(request, viewer, LANDOWNER_EDIT, {
		id,
		read: () => landownerFor(viewer, id),
		schema: landownerForm(),
		save: async (input) => {
			const answer = await reviseLandowner(viewer, input);
			switch (answer.kind) {
				case 'saved':
				case 'unchanged':
				case 'conflict':
					return answer;
				case 'known': {
					const { name } = answer;
					return refused<More>({ name: m.landowners_taken_by({ name }) }, { taken: { to: paths.landowner(answer.id), name } });
				}
				default: {
					const { fieldErrors, more } = objectionTo(answer, input.name, answer.kind === 'unknown-firm' ? await ownerChoices(viewer, input.name) : []);
					return refused<More>(fieldErrors, more);
				}
			}
		},
		page: paths.landowner(id),
	});
}

export const clientAction = keepWhenOffline;

export default function EditLandowner() {
	const { name, ...opened } = useLoaderData<typeof loader>();
	const answer = useAnswer<typeof action>();
	return (
		<Page title={m.landowners_edit_title({ name })} back={{ to: paths.landowner(opened.id), label: name }}>
			<LandownerForm {...opened} answer={answer} objection={answer?.objection} taken={answer?.taken} />
		</Page>
	);
}
