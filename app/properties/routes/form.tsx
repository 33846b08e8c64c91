import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { districtChoices } from '#app/districts/queries.server.ts';
import { openEdit, saveEdit } from '#app/editing/edit.server.ts';
import { openNew, saveNew } from '#app/editing/new.server.ts';
import { keepWhenOffline, useAnswer } from '#app/http/keep-when-offline.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { ownerTyped } from '#app/landowners/owner-typed.server.ts';
import { landownerFor } from '#app/landowners/queries.server.ts';
import { paths } from '#app/paths.ts';
import { viewerWhoMay } from '#app/record/guard.server.ts';
import { Page } from '#app/ui/page.tsx';
import { isId } from '#db/new-id.ts';
import { cadastralDistrictText } from '../cadastre.server.ts';
import { createProperty, reviseProperty } from '../commands.server.ts';
import { PropertyForm } from '../components/property-form.tsx';
import { newPropertyForm, propertyForm } from '../property-form.server.ts';
import { PROPERTY_EDIT } from '../property-values.ts';
import { cadastralDistrictsInUse, propertyFor } from '../queries.server.ts';
import { ownerRefusal, refusalOf } from '../refusal.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: `${data?.title ?? m.landowners_properties_title()} · ${m.shell_product()}` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await viewerWhoMay(request, params.propertyId ? 'revise' : 'create', 'property');
	const [districts, cadastralDistricts] = await Promise.all([districtChoices(viewer), cadastralDistrictsInUse(viewer)]);
	const choices = { districts, cadastralDistricts };
	if (!params.propertyId) {
		const asked = new URL(request.url).searchParams.get('landowner');
		const owner = isId(asked) ? await landownerFor(viewer, asked) : null;
		return {
			...(await openNew(request, viewer, 'property', { label: owner?.name ?? null, schema: newPropertyForm() })),
			values: { share: '1/1', ...(owner && { owner: owner.name, picked: `owner:${owner.id}` }) },
			title: m.landowners_new_property_title(),
			back: owner ? { to: paths.landowner(owner.id), label: owner.name } : { to: paths.properties(), label: m.landowners_properties_title() },
			...{ choices, isNew: true },
		};
	}
	const property = await propertyFor(viewer, params.propertyId);
	const { id, name, cadastralDistrict } = property;
	const { values, ...opened } = await openEdit(request, viewer, PROPERTY_EDIT, { id, row: property, label: name, schema: propertyForm() });
	return {
		...opened,
		values: { ...values, cadastralDistrict: cadastralDistrict && cadastralDistrictText(cadastralDistrict) },
		title: m.landowners_edit_title({ name }),
		back: { to: paths.property(id), label: name },
		...{ choices, isNew: false },
	};
}

export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await viewerWhoMay(request, params.propertyId ? 'revise' : 'create', 'property');
	if (!params.propertyId)
		return saveNew(request, newPropertyForm(), async ({ owner: typed, picked, chosen, share, ...facts }) => {
			const meant = typed ? await ownerTyped(viewer, { owner: typed, picked, chosen }) : null;
			if (meant && meant.kind !== 'one') return ownerRefusal(meant, typed ?? '');
			const answer = await createProperty(viewer, facts, meant && { owner: meant.owner, share });
			if ('propertyId' in answer) return refusalOf(answer);
			return { kind: answer.kind, to: paths.property(answer.id), flash: { key: 'property_created' } };
		});
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

export default function Property() {
	const { title, back, isNew, ...opened } = useLoaderData<typeof loader>();
	const answer = useAnswer<typeof action>();
	return (
		<Page title={title} back={back}>
			<PropertyForm {...opened} answer={answer} owners={isNew ? (answer?.choices ?? []) : undefined} taken={answer?.taken} cancel={back.to} />
		</Page>
	);
}
