import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { can } from '#app/auth/policy.ts';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { movesOf, placeSitesAgain } from '#app/companies/replacing.server.ts';
import { badRequest, forbidden } from '#app/http/errors.ts';
import { redirectWith } from '#app/http/flash.server.ts';
import { formOf } from '#app/http/form.server.ts';
import { keepWhenOffline, useAnswer } from '#app/http/keep-when-offline.ts';
import { constraintOf, submitted } from '#app/http/submission.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { Page } from '#app/ui/page.tsx';
import { reviseDistrict } from '../commands.server.ts';
import { DistrictForm } from '../components/district-form.tsx';
import { districtForm } from '../district-form.server.ts';
import { divisionNames, divisions } from '../industries.server.ts';
import { confirmationOf } from '../moves.ts';
import { districtFor, possibleResponsibles } from '../queries.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
	{ title: `${shown ? m.districts_edit_title({ name: shown.district.name }) : m.districts_title()} · ${m.shell_product()}` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	if (!can(viewer, 'revise', 'district')) throw forbidden();
	const [district, people, industries] = await Promise.all([districtFor(viewer, params.slug), possibleResponsibles(), divisions()]);
	const { id, version, slug, name, identity, targetDivisions, responsibleId, responsible, colour, boundary, boundaryNote } = district;
	// Whoever is responsible now stays choosable, signed off or not.
	const own = responsibleId && responsible && !people.some((person) => person.id === responsibleId) ? [{ id: responsibleId, name: responsible }] : [];
	return {
		district: { id, version, slug, name },
		values: { name, identity, targetDivisions, responsibleId, colour, boundary: boundary && JSON.stringify(boundary), boundaryNote },
		people: [...own, ...people],
		divisions: industries,
		constraint: constraintOf(districtForm(new Set())),
	};
}

export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await requireViewer(request);
	if (!can(viewer, 'revise', 'district')) throw forbidden();
	const district = await districtFor(viewer, params.slug);
	const known = new Set((await divisionNames()).keys());
	const submission = submitted(await formOf(request), districtForm(known));
	if (submission.status !== 'success') return data({ result: submission.reply(), moves: null, conflict: null }, { status: 400 });
	const input = submission.value;
	if (input.id !== district.id) throw badRequest();
	const isRedrawn = JSON.stringify(input.boundary) !== JSON.stringify(district.boundary);
	const moves = isRedrawn ? await movesOf(district.id, input.boundary) : null;
	if (moves && moves.into + moves.out > 0 && input.confirm !== confirmationOf(moves))
		return data({ result: submission.reply(), moves, conflict: null }, { status: 409 });
	const answer = await reviseDistrict(viewer, input, placeSitesAgain);
	if (answer.kind === 'conflict') return data({ result: submission.reply(), moves: null, conflict: answer.edition }, { status: 409 });
	return redirectWith(request, paths.district(answer.slug), { key: 'district_revised', params: { moved: String(answer.moved) } });
}

export const clientAction = keepWhenOffline;

export default function EditDistrict() {
	const { district, values, people, divisions: industries, constraint } = useLoaderData<typeof loader>();
	const answer = useAnswer<typeof action>();
	return (
		<Page title={m.districts_edit_title({ name: district.name })} back={{ to: paths.district(district.slug), label: district.name }}>
			<DistrictForm
				id={district.id}
				version={district.version}
				values={values}
				constraint={constraint}
				lastResult={answer?.result}
				conflict={answer?.conflict}
				moves={answer?.moves ?? null}
				people={people}
				divisions={industries}
				deed={m.districts_save()}
				cancel={paths.district(district.slug)}
			/>
		</Page>
	);
}
