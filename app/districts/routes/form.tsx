import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { movesOf } from '#app/companies/replacing.server.ts';
import { refused } from '#app/editing/answer.ts';
import { openEdit, saveEdit } from '#app/editing/edit.server.ts';
import { openNew, saveNew } from '#app/editing/new.server.ts';
import { keepWhenOffline, useAnswer } from '#app/http/keep-when-offline.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { placeAgain } from '#app/properties/replacing.server.ts';
import { viewerWhoMay } from '#app/record/guard.server.ts';
import { Page } from '#app/ui/page.tsx';
import { createDistrict, reviseDistrict } from '../commands.server.ts';
import { DistrictForm } from '../components/district-form.tsx';
import { type DistrictInput, districtForm } from '../district-form.server.ts';
import { DISTRICT_EDIT } from '../district-values.ts';
import { divisionNames, divisions } from '../industries.server.ts';
import { confirmationOf, type Moves } from '../moves.ts';
import { districtFor, possibleResponsibles } from '../queries.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? m.districts_title()} · ${m.shell_product()}` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await viewerWhoMay(request, params.slug ? 'revise' : 'create', 'district');
	const [people, industries] = await Promise.all([possibleResponsibles(), divisions()]);
	const schema = districtForm(new Set());
	if (!params.slug) {
		const opened = await openNew(request, viewer, 'district', { label: null, schema });
		const back = { to: paths.districts(), label: m.districts_title() };
		return { ...opened, people, divisions: industries, values: { colour: 'teal' }, title: m.districts_new_title(), back };
	}
	const district = await districtFor(viewer, params.slug);
	const { id, slug, name, responsibleId, responsible } = district;
	// Whoever is responsible now stays choosable, signed off or not.
	const own = responsibleId && responsible && !people.some((person) => person.id === responsibleId) ? [{ id: responsibleId, name: responsible }] : [];
	return {
		...(await openEdit(request, viewer, DISTRICT_EDIT, { id, row: district, label: name, schema })),
		people: [...own, ...people],
		divisions: industries,
		title: m.districts_edit_title({ name }),
		back: { to: paths.district(slug), label: name },
	};
}

export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await viewerWhoMay(request, params.slug ? 'revise' : 'create', 'district');
	const schema = districtForm(new Set((await divisionNames()).keys()));
	if (!params.slug)
		return saveNew(request, schema, async (input) => {
			const asked = input.boundary && (await unconfirmed(input.id, input));
			if (asked) return asked;
			const { kind, slug } = await createDistrict(viewer, input, placeAgain);
			return { kind, to: paths.district(slug), flash: { key: 'district_created', params: { name: input.name } } };
		});
	const { id, slug } = await districtFor(viewer, params.slug);
	let moved = 0;
	return saveEdit(request, viewer, DISTRICT_EDIT, {
		id,
		read: () => districtFor(viewer, slug),
		schema,
		save: async (input, { theirs }) => {
			const isRedrawn = (input.boundary ? JSON.stringify(input.boundary) : '') !== theirs.boundary;
			const asked = isRedrawn && (await unconfirmed(id, input));
			if (asked) return asked;
			const answer = await reviseDistrict(viewer, input, placeAgain);
			moved = answer.moved;
			return answer;
		},
		page: paths.district(slug),
		flash: () => ({ key: 'district_revised', params: { moved: String(moved) } }),
	});
}

/** An outline that moves firms is asked about with their number before it is saved. */
async function unconfirmed(id: string, { boundary, confirm }: Pick<DistrictInput, 'boundary' | 'confirm'>) {
	const moves = await movesOf(id, boundary);
	return moves.into + moves.out > 0 && confirm !== confirmationOf(moves) && refused<{ moves: Moves }>({}, { moves });
}

export const clientAction = keepWhenOffline;

export default function District() {
	const { title, back, ...opened } = useLoaderData<typeof loader>();
	const answer = useAnswer<typeof action>();
	return (
		<Page title={title} back={back}>
			<DistrictForm {...opened} answer={answer} moves={answer?.moves} cancel={back.to} />
		</Page>
	);
}
