import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { districtChoices } from '#app/districts/queries.server.ts';
import { openEdit, saveEdit } from '#app/editing/edit.server.ts';
import { keepWhenOffline, useAnswer } from '#app/http/keep-when-offline.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { viewerWhoMay } from '#app/record/guard.server.ts';
import { Page } from '#app/ui/page.tsx';
import { cadastralDistrictText } from '../cadastre.server.ts';
import { reviseProperty } from '../commands.server.ts';
import { PropertyForm } from '../components/property-form.tsx';
import { propertyForm } from '../property-form.server.ts';
import { PROPERTY_EDIT } from '../property-values.ts';
import { cadastralDistrictsInUse, propertyFor } from '../queries.server.ts';
import { refusalOf } from '../refusal.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
	{ title: `${shown ? m.landowners_edit_title({ name: shown.name }) : m.landowners_properties_title()} · ${m.shell_product()}` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await viewerWhoMay(request, 'revise', 'property');
	const [property, districts, cadastralDistricts] = await Promise.all([
		propertyFor(viewer, params.propertyId),
		districtChoices(viewer),
		cadastralDistrictsInUse(viewer),
	]);
	const { id, name, cadastralDistrict } = property;
	const { values, ...opened } = await openEdit(request, viewer, PROPERTY_EDIT, { id, row: property, label: name, schema: propertyForm() });
	return {
		...opened,
		name,
		values: { ...values, cadastralDistrict: cadastralDistrict && cadastralDistrictText(cadastralDistrict) },
		choices: { districts, cadastralDistricts },
	};
}

export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await viewerWhoMay(request, 'revise', 'property');
	const { id } = await propertyFor(viewer, params.propertyId);
	return saveEdit(request, viewer, PROPERTY_EDIT, {
		id,
		read: () => propertyFor(viewer, id),
		schema: propertyForm(),
		save: async (input) => {
			const answer = await reviseProperty(viewer, input);
			return 'propertyId' in answer ? refusalOf(answer) : answer;
		},
		page: paths.property(id),
	});
}

export const clientAction = keepWhenOffline;

export default function EditProperty() {
	const { name, ...opened } = useLoaderData<typeof loader>();
	const answer = useAnswer<typeof action>();
	const page = paths.property(opened.id);
	return (
		<Page title={m.landowners_edit_title({ name })} back={{ to: page, label: name }}>
			<PropertyForm {...opened} answer={answer} taken={answer?.taken} cancel={page} />
		</Page>
	);
}
