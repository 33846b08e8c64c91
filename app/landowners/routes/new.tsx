import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { can } from '#app/auth/policy.ts';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { companyHitsById } from '#app/companies/hits.server.ts';
import { keptNew } from '#app/drafts/kept.server.ts';
import { forbidden } from '#app/http/errors.ts';
import { redirectWith } from '#app/http/flash.server.ts';
import { formOf } from '#app/http/form.server.ts';
import { keepWhenOffline, useAnswer } from '#app/http/keep-when-offline.ts';
import { constraintOf, submitted } from '#app/http/submission.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { Page } from '#app/ui/page.tsx';
import { isId, newId } from '#db/new-id.ts';
import { createLandowner } from '../commands.server.ts';
import { NewLandownerForm } from '../components/new-landowner-form.tsx';
import { newLandownerForm } from '../landowner-form.server.ts';
import { objectionTo } from '../objection.server.ts';
import { ownerChoices } from '../owner-typed.server.ts';
import { landownerOfCompany } from '../queries.server.ts';

export const meta: MetaFunction = () => [{ title: `${m.landowners_new_title()} · ${m.shell_product()}` }];

export async function loader({ request }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	if (!can(viewer, 'create', 'landowner')) throw forbidden();
	const company = new URL(request.url).searchParams.get('company');
	const [firm] = isId(company) ? await companyHitsById(viewer, [company]) : [];
	const role = firm && (await landownerOfCompany(viewer, firm.id));
	if (role) throw redirect(paths.landowner(role.id));
	return {
		kept: await keptNew(request, viewer, { form: 'landowner', label: firm?.name ?? null }),
		firm: firm ? { id: `company:${firm.id}`, label: firm.name } : null,
		constraint: constraintOf(newLandownerForm()),
	};
}

export async function action({ request }: ActionFunctionArgs) {
	const viewer = await requireViewer(request);
	if (!can(viewer, 'create', 'landowner')) throw forbidden();
	const submission = submitted(await formOf(request), newLandownerForm());
	if (submission.status !== 'success') return data({ result: submission.reply(), objection: null, earlier: null }, { status: 400 });
	const answer = await createLandowner(viewer, submission.value);
	if (answer.kind === 'created')
		return redirectWith(request, paths.landowner(answer.id), { key: 'landowner_created', params: { name: answer.name } });
	if (answer.kind === 'known') return redirectWith(request, paths.landowner(answer.id), { key: 'landowner_known', params: { name: answer.name } });
	if (answer.kind === 'differs') {
		const earlier = { to: paths.landowner(answer.id), freshId: newId() };
		return data({ result: submission.reply(), objection: null, earlier }, { status: 409 });
	}
	const offered = answer.kind === 'unknown-firm' ? await ownerChoices(viewer, submission.value.name) : [];
	const { faults, objection } = objectionTo(answer, submission.value.name, offered);
	return data({ result: submission.reply(faults), objection, earlier: null }, { status: 409 });
}

export const clientAction = keepWhenOffline;

export default function NewLandowner() {
	const { kept, firm, constraint } = useLoaderData<typeof loader>();
	const answer = useAnswer<typeof action>();
	return (
		<Page title={m.landowners_new_title()} back={{ to: paths.landowners(), label: m.landowners_title() }}>
			<NewLandownerForm
				id={kept.recordId}
				kept={kept}
				firm={firm}
				constraint={constraint}
				lastResult={answer?.result ?? kept.restored}
				objection={answer?.objection}
				earlier={answer?.earlier}
			/>
		</Page>
	);
}
