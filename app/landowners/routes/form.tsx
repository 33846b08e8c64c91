import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import type { Viewer } from '#app/auth/viewer.ts';
import { companyHitsById } from '#app/companies/hits.server.ts';
import { refused } from '#app/editing/answer.ts';
import { openEdit, saveEdit } from '#app/editing/edit.server.ts';
import { openNew, saveNew } from '#app/editing/new.server.ts';
import { redirectWith } from '#app/http/flash.server.ts';
import { keepWhenOffline, useAnswer } from '#app/http/keep-when-offline.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { viewerWhoMay } from '#app/record/guard.server.ts';
import { Page } from '#app/ui/page.tsx';
import { isId } from '#db/new-id.ts';
import { createLandowner, type LandownerCreated, reviseLandowner } from '../commands.server.ts';
import { LandownerForm, type Objection } from '../components/landowner-form.tsx';
import { landownerForm, newLandownerForm } from '../landowner-form.server.ts';
import { LANDOWNER_EDIT } from '../landowner-values.ts';
import { objectionTo } from '../objection.server.ts';
import { ownerChoices } from '../owner-typed.server.ts';
import { landownerFor, landownerOfCompany } from '../queries.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? m.landowners_title()} · ${m.shell_product()}` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await viewerWhoMay(request, params.landownerId ? 'revise' : 'create', 'landowner');
	if (!params.landownerId) {
		const asked = new URL(request.url).searchParams.get('company');
		const [firm] = isId(asked) ? await companyHitsById(viewer, [asked]) : [];
		const role = firm && (await landownerOfCompany(viewer, firm.id));
		if (role) throw redirect(paths.landowner(role.id));
		return {
			...(await openNew(request, viewer, 'landowner', { label: firm?.name ?? null, schema: newLandownerForm() })),
			values: { kind: 'company', ...(firm && { name: firm.name, picked: `company:${firm.id}` }) },
			...{ company: null, title: m.landowners_new_title(), back: { to: paths.landowners(), label: m.landowners_title() } },
		};
	}
	const owner = await landownerFor(viewer, params.landownerId);
	const { id, name, company } = owner;
	return {
		...(await openEdit(request, viewer, LANDOWNER_EDIT, { id, row: owner, label: name, schema: landownerForm() })),
		company: company && { id: company.id, name: company.name },
		...{ title: m.landowners_edit_title({ name }), back: { to: paths.landowner(id), label: name } },
	};
}

interface More {
	objection: Objection;
	taken: { to: string; name: string };
}

export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await viewerWhoMay(request, params.landownerId ? 'revise' : 'create', 'landowner');
	if (!params.landownerId)
		return saveNew(request, newLandownerForm(), async (input) => {
			const answer = await createLandowner(viewer, input);
			if (!('id' in answer)) return objected(viewer, answer, input.name);
			const { kind, name } = answer;
			const to = paths.landowner(answer.id);
			if (kind === 'known') return redirectWith(request, to, { key: 'landowner_known', params: { name } });
			return { kind, to, flash: { key: 'landowner_created', params: { name } } };
		});
	const { id } = await landownerFor(viewer, params.landownerId);
	return saveEdit(request, viewer, LANDOWNER_EDIT, {
		id,
		read: () => landownerFor(viewer, id),
		schema: landownerForm(),
		save: async (input) => {
			const answer = await reviseLandowner(viewer, input);
			if (answer.kind === 'saved' || answer.kind === 'unchanged' || answer.kind === 'conflict') return answer;
			if (answer.kind !== 'known') return objected(viewer, answer, input.name);
			const { name } = answer;
			return refused<More>({ name: m.landowners_taken_by({ name }) }, { taken: { to: paths.landowner(answer.id), name } });
		},
		page: paths.landowner(id),
	});
}

/** What stands against the name, with the names that begin like it. */
async function objected(viewer: Viewer, answer: Exclude<LandownerCreated, { id: string }>, typed: string) {
	const { fieldErrors, more } = objectionTo(answer, typed, answer.kind === 'unknown-firm' ? await ownerChoices(viewer, typed) : []);
	return refused<More>(fieldErrors, more);
}

export const clientAction = keepWhenOffline;

export default function Landowner() {
	const { title, back, ...opened } = useLoaderData<typeof loader>();
	const answer = useAnswer<typeof action>();
	return (
		<Page title={title} back={back}>
			<LandownerForm {...opened} answer={answer} objection={answer?.objection} taken={answer?.taken} cancel={back.to} />
		</Page>
	);
}
