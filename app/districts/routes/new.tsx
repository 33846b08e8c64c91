import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { movesOf } from '#app/companies/replacing.server.ts';
import { refused } from '#app/editing/answer.ts';
import { openNew, saveNew } from '#app/editing/new.server.ts';
import { keepWhenOffline, useAnswer } from '#app/http/keep-when-offline.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { placeAgain } from '#app/properties/replacing.server.ts';
import { viewerWhoMay } from '#app/record/guard.server.ts';
import { Page } from '#app/ui/page.tsx';
import { createDistrict } from '../commands.server.ts';
import { DistrictForm } from '../components/district-form.tsx';
import { districtForm } from '../district-form.server.ts';
import { divisionNames, divisions } from '../industries.server.ts';
import { confirmationOf, type Moves } from '../moves.ts';
import { possibleResponsibles } from '../queries.server.ts';

export const meta: MetaFunction = () => [{ title: `${m.districts_new_title()} · ${m.shell_product()}` }];

export async function loader({ request }: LoaderFunctionArgs) {
	const viewer = await viewerWhoMay(request, 'create', 'district');
	const [people, industries] = await Promise.all([possibleResponsibles(), divisions()]);
	return {
		...(await openNew(request, viewer, 'district', { label: null, schema: districtForm(new Set()) })),
		...{ people, divisions: industries, values: { colour: 'teal' } },
	};
}

export async function action({ request }: ActionFunctionArgs) {
	const viewer = await viewerWhoMay(request, 'create', 'district');
	return saveNew(request, districtForm(new Set((await divisionNames()).keys())), async (input) => {
		const moves = input.boundary ? await movesOf(input.id, input.boundary) : null;
		if (moves && moves.into + moves.out > 0 && input.confirm !== confirmationOf(moves)) return refused<{ moves: Moves }>({}, { moves });
		const { kind, slug } = await createDistrict(viewer, input, placeAgain);
		return { kind, to: paths.district(slug), flash: { key: 'district_created', params: { name: input.name } } };
	});
}

export const clientAction = keepWhenOffline;

export default function NewDistrict() {
	const opened = useLoaderData<typeof loader>();
	const answer = useAnswer<typeof action>();
	return (
		<Page title={m.districts_new_title()} back={{ to: paths.districts(), label: m.districts_title() }}>
			<DistrictForm {...opened} answer={answer} moves={answer?.moves} deed={m.districts_new_action()} cancel={paths.districts()} />
		</Page>
	);
}
