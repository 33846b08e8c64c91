import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { movesOf } from '#app/companies/replacing.server.ts';
import { refused } from '#app/editing/answer.ts';
import { openEdit, saveEdit } from '#app/editing/edit.server.ts';
import { keepWhenOffline, useAnswer } from '#app/http/keep-when-offline.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { placeAgain } from '#app/properties/replacing.server.ts';
import { viewerWhoMay } from '#app/record/guard.server.ts';
import { Page } from '#app/ui/page.tsx';
import { reviseDistrict } from '../commands.server.ts';
import { DistrictForm } from '../components/district-form.tsx';
import { districtForm } from '../district-form.server.ts';
import { DISTRICT_EDIT } from '../district-values.ts';
import { divisionNames, divisions } from '../industries.server.ts';
import { confirmationOf, type Moves } from '../moves.ts';
import { districtFor, possibleResponsibles } from '../queries.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
	{ title: `${shown ? m.districts_edit_title({ name: shown.district.name }) : m.districts_title()} · ${m.shell_product()}` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await viewerWhoMay(request, 'revise', 'district');
	const [district, people, industries] = await Promise.all([districtFor(viewer, params.slug), possibleResponsibles(), divisions()]);
	const { id, slug, name, responsibleId, responsible } = district;
	// Whoever is responsible now stays choosable, signed off or not.
	const own = responsibleId && responsible && !people.some((person) => person.id === responsibleId) ? [{ id: responsibleId, name: responsible }] : [];
	return {
		...(await openEdit(request, viewer, DISTRICT_EDIT, { id, row: district, label: name, schema: districtForm(new Set()) })),
		district: { slug, name },
		people: [...own, ...people],
		divisions: industries,
	};
}

export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await viewerWhoMay(request, 'revise', 'district');
	const { id, slug } = await districtFor(viewer, params.slug);
	let moved = 0;
	return saveEdit(request, viewer, DISTRICT_EDIT, {
		id,
		read: () => districtFor(viewer, slug),
		schema: districtForm(new Set((await divisionNames()).keys())),
		save: async (input, { theirs }) => {
			const isRedrawn = (input.boundary ? JSON.stringify(input.boundary) : '') !== theirs.boundary;
			const moves = isRedrawn ? await movesOf(id, input.boundary) : null;
			if (moves && moves.into + moves.out > 0 && input.confirm !== confirmationOf(moves)) return refused<{ moves: Moves }>({}, { moves });
			const answer = await reviseDistrict(viewer, input, placeAgain);
			moved = answer.moved;
			return answer;
		},
		page: paths.district(slug),
		flash: () => ({ key: 'district_revised', params: { moved: String(moved) } }),
	});
}

export const clientAction = keepWhenOffline;

export default function EditDistrict() {
	const { district, ...opened } = useLoaderData<typeof loader>();
	const answer = useAnswer<typeof action>();
	const page = paths.district(district.slug);
	return (
		<Page title={m.districts_edit_title({ name: district.name })} back={{ to: page, label: district.name }}>
			<DistrictForm {...opened} answer={answer} moves={answer?.moves} deed={m.districts_save()} cancel={page} />
		</Page>
	);
}
