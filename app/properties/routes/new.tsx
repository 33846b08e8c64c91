import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { can } from '#app/auth/policy.ts';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { districtChoices } from '#app/districts/queries.server.ts';
import { keptNew } from '#app/drafts/kept.server.ts';
import { forbidden } from '#app/http/errors.ts';
import { redirectWith } from '#app/http/flash.server.ts';
import { formOf } from '#app/http/form.server.ts';
import { keepWhenOffline, useAnswer } from '#app/http/keep-when-offline.ts';
import { constraintOf, submitted } from '#app/http/submission.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { ownerTyped } from '#app/landowners/owner-typed.server.ts';
import { landownerFor } from '#app/landowners/queries.server.ts';
import { paths } from '#app/paths.ts';
import { Page } from '#app/ui/page.tsx';
import { isId, newId } from '#db/new-id.ts';
import { createProperty } from '../commands.server.ts';
import { PropertyForm } from '../components/property-form.tsx';
import { newPropertyForm } from '../property-form.server.ts';
import { cadastralDistrictsInUse } from '../queries.server.ts';
import { ownerFault, refusalOf } from '../refusal.server.ts';

export const meta: MetaFunction = () => [{ title: `${m.landowners_new_property_title()} · ${m.shell_product()}` }];

export async function loader({ request }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	if (!can(viewer, 'create', 'property')) throw forbidden();
	const asked = new URL(request.url).searchParams.get('landowner');
	const [owner, districts, cadastralDistricts] = await Promise.all([
		isId(asked) ? landownerFor(viewer, asked) : null,
		districtChoices(viewer),
		cadastralDistrictsInUse(viewer),
	]);
	return {
		kept: await keptNew(request, viewer, { form: 'property', label: owner?.name ?? null }),
		owner: owner && { id: `owner:${owner.id}`, label: owner.name },
		back: owner ? { to: paths.landowner(owner.id), label: owner.name } : { to: paths.properties(), label: m.landowners_properties_title() },
		choices: { districts, cadastralDistricts },
		constraint: constraintOf(newPropertyForm()),
	};
}

export async function action({ request }: ActionFunctionArgs) {
	const viewer = await requireViewer(request);
	if (!can(viewer, 'create', 'property')) throw forbidden();
	const submission = submitted(await formOf(request), newPropertyForm());
	if (submission.status !== 'success') return data({ result: submission.reply(), taken: null, choices: [], earlier: null }, { status: 400 });
	const { owner: typed, picked, chosen, share, ...facts } = submission.value;
	const meant = typed ? await ownerTyped(viewer, { owner: typed, picked, chosen }) : null;
	if (meant && meant.kind !== 'one') {
		const { faults, choices } = ownerFault(meant, typed ?? '');
		return data({ result: submission.reply(faults), taken: null, choices, earlier: null }, { status: 400 });
	}
	const answer = await createProperty(viewer, facts, meant && { owner: meant.owner, share });
	if (answer.kind === 'kept') return redirectWith(request, paths.property(answer.id), { key: 'property_created' });
	if (answer.kind === 'differs') {
		const earlier = { to: paths.property(answer.id), freshId: newId() };
		return data({ result: submission.reply(), taken: null, choices: [], earlier }, { status: 409 });
	}
	const { faults, taken } = refusalOf(answer);
	return data({ result: submission.reply(faults), taken, choices: [], earlier: null }, { status: 409 });
}

export const clientAction = keepWhenOffline;

export default function NewProperty() {
	const { kept, owner, back, choices, constraint } = useLoaderData<typeof loader>();
	const answer = useAnswer<typeof action>();
	return (
		<Page title={m.landowners_new_property_title()} back={back}>
			<PropertyForm
				id={kept.recordId}
				kept={kept}
				earlier={answer?.earlier}
				choices={choices}
				first={{ owner, choices: answer?.choices ?? [] }}
				constraint={constraint}
				lastResult={answer?.result ?? kept.restored}
				taken={answer?.taken}
				cancel={back.to}
			/>
		</Page>
	);
}
