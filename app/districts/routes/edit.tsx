import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { can } from '#app/auth/policy.ts';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { movesOf } from '#app/companies/replacing.server.ts';
import { keptEdit } from '#app/drafts/kept.server.ts';
import { clashesOf, togetherFlash } from '#app/editing/editors.server.ts';
import { baseOf, mergeAndSave } from '#app/editing/merged-edit.server.ts';
import { badRequest, forbidden } from '#app/http/errors.ts';
import { redirectWith } from '#app/http/flash.server.ts';
import { formOf } from '#app/http/form.server.ts';
import { keepWhenOffline, useAnswer } from '#app/http/keep-when-offline.ts';
import { constraintOf, submitted } from '#app/http/submission.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { placeAgain } from '#app/properties/replacing.server.ts';
import { Page } from '#app/ui/page.tsx';
import { reviseDistrict } from '../commands.server.ts';
import { DistrictForm } from '../components/district-form.tsx';
import { districtForm } from '../district-form.server.ts';
import { districtAsShown, districtFieldLabel, districtValuesOf } from '../district-values.ts';
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
	const { id, slug, name, responsibleId, responsible } = district;
	// Whoever is responsible now stays choosable, signed off or not.
	const own = responsibleId && responsible && !people.some((person) => person.id === responsibleId) ? [{ id: responsibleId, name: responsible }] : [];
	const kept = await keptEdit(request, viewer, { form: 'district', recordId: district.id, label: name, baseVersion: district.version });
	return {
		kept,
		district: { id, slug, name },
		base: baseOf(districtAsShown(district)),
		values: districtValuesOf(district),
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
	const subject = { kind: 'district', id: district.id } as const;
	return mergeAndSave(
		await formOf(request),
		async () => districtAsShown(await districtFor(viewer, district.slug)),
		async (edit) => {
			const submission = submitted(edit.form, districtForm(known));
			if (edit.clashes.length > 0)
				return data({ result: submission.reply(), moves: null, conflict: await clashesOf(viewer, subject, edit) }, { status: 409 });
			if (submission.status !== 'success') return data({ result: submission.reply(), moves: null, conflict: null }, { status: 400 });
			const input = submission.value;
			if (input.id !== district.id) throw badRequest();
			const isRedrawn = (input.boundary ? JSON.stringify(input.boundary) : '') !== edit.theirs.boundary;
			const moves = isRedrawn ? await movesOf(district.id, input.boundary) : null;
			if (moves && moves.into + moves.out > 0 && input.confirm !== confirmationOf(moves))
				return data({ result: submission.reply(), moves, conflict: null }, { status: 409 });
			const answer = await reviseDistrict(viewer, input, placeAgain);
			if (answer.kind === 'conflict') return null;
			const revised = { key: 'district_revised', params: { moved: String(answer.moved) } } as const;
			const together = await togetherFlash(viewer, subject, edit.takenOver, districtFieldLabel);
			return redirectWith(request, paths.district(answer.slug), edit.takenOver.length > 0 ? together : revised);
		},
	);
}

export const clientAction = keepWhenOffline;

export default function EditDistrict() {
	const { kept, district, base, values, people, divisions: industries, constraint } = useLoaderData<typeof loader>();
	const answer = useAnswer<typeof action>();
	return (
		<Page title={m.districts_edit_title({ name: district.name })} back={{ to: paths.district(district.slug), label: district.name }}>
			<DistrictForm
				id={district.id}
				base={base}
				values={values}
				constraint={constraint}
				kept={kept}
				lastResult={answer?.result ?? kept.restored}
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
