import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { can } from '#app/auth/policy.ts';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { districtChoices } from '#app/districts/queries.server.ts';
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
import { Page } from '#app/ui/page.tsx';
import { cadastralDistrictText } from '../cadastre.server.ts';
import { reviseProperty } from '../commands.server.ts';
import { PropertyForm } from '../components/property-form.tsx';
import { propertyForm } from '../property-form.server.ts';
import { PROPERTY_CHAIN_NAMES, PROPERTY_READINGS, propertyAsShown, propertyFieldLabel, valuesOf } from '../property-values.ts';
import { cadastralDistrictsInUse, propertyFor } from '../queries.server.ts';
import { refusalOf } from '../refusal.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
	{ title: `${shown ? m.landowners_edit_title({ name: shown.name }) : m.landowners_properties_title()} · ${m.shell_product()}` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	if (!can(viewer, 'revise', 'property')) throw forbidden();
	const [property, districts, cadastralDistricts] = await Promise.all([
		propertyFor(viewer, params.propertyId),
		districtChoices(viewer),
		cadastralDistrictsInUse(viewer),
	]);
	const { id, name, version, cadastralDistrict } = property;
	return {
		kept: await keptEdit(request, viewer, { form: 'property', recordId: id, label: name, baseVersion: version }),
		id,
		name,
		base: baseOf(propertyAsShown(property)),
		values: { ...valuesOf(property), cadastralDistrict: cadastralDistrict && cadastralDistrictText(cadastralDistrict) },
		choices: { districts, cadastralDistricts },
		constraint: constraintOf(propertyForm()),
	};
}

export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await requireViewer(request);
	if (!can(viewer, 'revise', 'property')) throw forbidden();
	const { id } = await propertyFor(viewer, params.propertyId);
	const subject = { kind: 'property', id } as const;
	return mergeAndSave(
		await formOf(request),
		async () => propertyAsShown(await propertyFor(viewer, id)),
		async (edit) => {
			const submission = submitted(edit.form, propertyForm());
			if (edit.clashes.length > 0) {
				const conflict = await clashesOf(viewer, subject, edit, PROPERTY_CHAIN_NAMES);
				return data({ result: submission.reply(), conflict, taken: null }, { status: 409 });
			}
			if (submission.status !== 'success') return data({ result: submission.reply(), conflict: null, taken: null }, { status: 400 });
			if (submission.value.id !== id) throw badRequest();
			const answer = await reviseProperty(viewer, submission.value);
			if (answer.kind === 'conflict') return null;
			if (answer.kind === 'kept') {
				const flash = await togetherFlash(viewer, subject, edit.takenOver, propertyFieldLabel, PROPERTY_CHAIN_NAMES);
				return redirectWith(request, paths.property(id), flash);
			}
			const { faults, taken } = refusalOf(answer);
			return data({ result: submission.reply(faults), conflict: null, taken }, { status: 409 });
		},
		PROPERTY_READINGS,
	);
}

export const clientAction = keepWhenOffline;

export default function EditProperty() {
	const { id, name, kept, base, values, choices, constraint } = useLoaderData<typeof loader>();
	const answer = useAnswer<typeof action>();
	return (
		<Page title={m.landowners_edit_title({ name })} back={{ to: paths.property(id), label: name }}>
			<PropertyForm
				id={id}
				kept={kept}
				base={base}
				values={values}
				choices={choices}
				constraint={constraint}
				lastResult={answer?.result ?? kept.restored}
				conflict={answer?.conflict}
				taken={answer?.taken}
				cancel={paths.property(id)}
			/>
		</Page>
	);
}
