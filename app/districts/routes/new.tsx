import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { can } from '#app/auth/policy.ts';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { movesOf } from '#app/companies/replacing.server.ts';
import { keptNew } from '#app/drafts/kept.server.ts';
import { forbidden } from '#app/http/errors.ts';
import { redirectWith } from '#app/http/flash.server.ts';
import { formOf } from '#app/http/form.server.ts';
import { keepWhenOffline, useAnswer } from '#app/http/keep-when-offline.ts';
import { constraintOf, submitted } from '#app/http/submission.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { placeAgain } from '#app/properties/replacing.server.ts';
import { Page } from '#app/ui/page.tsx';
import { newId } from '#db/new-id.ts';
import { createDistrict } from '../commands.server.ts';
import { DistrictForm } from '../components/district-form.tsx';
import { districtForm } from '../district-form.server.ts';
import { divisionNames, divisions } from '../industries.server.ts';
import { confirmationOf } from '../moves.ts';
import { possibleResponsibles } from '../queries.server.ts';

export const meta: MetaFunction = () => [{ title: `${m.districts_new_title()} · ${m.shell_product()}` }];

export async function loader({ request }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	if (!can(viewer, 'create', 'district')) throw forbidden();
	const [people, industries] = await Promise.all([possibleResponsibles(), divisions()]);
	return {
		kept: await keptNew(request, viewer, { form: 'district', label: null }),
		people,
		divisions: industries,
		constraint: constraintOf(districtForm(new Set())),
	};
}

export async function action({ request }: ActionFunctionArgs) {
	const viewer = await requireViewer(request);
	if (!can(viewer, 'create', 'district')) throw forbidden();
	const known = new Set((await divisionNames()).keys());
	const submission = submitted(await formOf(request), districtForm(known));
	if (submission.status !== 'success') return data({ result: submission.reply(), moves: null, earlier: null }, { status: 400 });
	const input = submission.value;
	const moves = input.boundary ? await movesOf(input.id, input.boundary) : null;
	if (moves && moves.into + moves.out > 0 && input.confirm !== confirmationOf(moves))
		return data({ result: submission.reply(), moves, earlier: null }, { status: 409 });
	const { slug, state } = await createDistrict(viewer, input, placeAgain);
	if (state === 'differs') {
		const earlier = { to: paths.district(slug), freshId: newId() };
		return data({ result: submission.reply(), moves: null, earlier }, { status: 409 });
	}
	return redirectWith(request, paths.district(slug), { key: 'district_created', params: { name: input.name } });
}

export const clientAction = keepWhenOffline;

export default function NewDistrict() {
	const { kept, people, divisions: industries, constraint } = useLoaderData<typeof loader>();
	const answer = useAnswer<typeof action>();
	return (
		<Page title={m.districts_new_title()} back={{ to: paths.districts(), label: m.districts_title() }}>
			<DistrictForm
				id={kept.recordId}
				kept={kept}
				values={{ colour: 'teal' }}
				constraint={constraint}
				lastResult={answer?.result ?? kept.restored}
				moves={answer?.moves ?? null}
				earlier={answer?.earlier ?? null}
				people={people}
				divisions={industries}
				deed={m.districts_new_action()}
				cancel={paths.districts()}
			/>
		</Page>
	);
}
