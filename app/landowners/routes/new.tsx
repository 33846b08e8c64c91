import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { companyHitsById } from '#app/companies/hits.server.ts';
import { openNew, saveNew } from '#app/editing/new.server.ts';
import { redirectWith } from '#app/http/flash.server.ts';
import { keepWhenOffline, useAnswer } from '#app/http/keep-when-offline.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { viewerWhoMay } from '#app/record/guard.server.ts';
import { Page } from '#app/ui/page.tsx';
import { isId } from '#db/new-id.ts';
import { createLandowner } from '../commands.server.ts';
import { NewLandownerForm } from '../components/new-landowner-form.tsx';
import { newLandownerForm } from '../landowner-form.server.ts';
import { objectionTo } from '../objection.server.ts';
import { ownerChoices } from '../owner-typed.server.ts';
import { landownerOfCompany } from '../queries.server.ts';

export const meta: MetaFunction = () => [{ title: `${m.landowners_new_title()} · ${m.shell_product()}` }];

export async function loader({ request }: LoaderFunctionArgs) {
	const viewer = await viewerWhoMay(request, 'create', 'landowner');
	const company = new URL(request.url).searchParams.get('company');
	const [firm] = isId(company) ? await companyHitsById(viewer, [company]) : [];
	const role = firm && (await landownerOfCompany(viewer, firm.id));
	if (role) throw redirect(paths.landowner(role.id));
	return {
		...(await openNew(request, viewer, 'landowner', { label: firm?.name ?? null, schema: newLandownerForm() })),
		values: { kind: 'company', ...(firm && { name: firm.name, picked: `company:${firm.id}` }) },
	};
}

export async function action({ request }: ActionFunctionArgs) {
	const viewer = await viewerWhoMay(request, 'create', 'landowner');
	return saveNew(request, newLandownerForm(), async (input) => {
		const answer = await createLandowner(viewer, input);
		if (!('id' in answer)) return objectionTo(answer, input.name, answer.kind === 'unknown-firm' ? await ownerChoices(viewer, input.name) : []);
		const { kind, name } = answer;
		const to = paths.landowner(answer.id);
		if (kind === 'known') return redirectWith(request, to, { key: 'landowner_known', params: { name } });
		return { kind, to, flash: { key: 'landowner_created', params: { name } } };
	});
}

export const clientAction = keepWhenOffline;

export default function NewLandowner() {
	const opened = useLoaderData<typeof loader>();
	const answer = useAnswer<typeof action>();
	return (
		<Page title={m.landowners_new_title()} back={{ to: paths.landowners(), label: m.landowners_title() }}>
			<NewLandownerForm {...opened} answer={answer} objection={answer?.objection} />
		</Page>
	);
}
