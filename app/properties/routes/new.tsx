import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { districtChoices } from '#app/districts/queries.server.ts';
import { openNew, saveNew } from '#app/editing/new.server.ts';
import { keepWhenOffline, useAnswer } from '#app/http/keep-when-offline.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { ownerTyped } from '#app/landowners/owner-typed.server.ts';
import { landownerFor } from '#app/landowners/queries.server.ts';
import { paths } from '#app/paths.ts';
import { viewerWhoMay } from '#app/record/guard.server.ts';
import { Page } from '#app/ui/page.tsx';
import { isId } from '#db/new-id.ts';
import { createProperty } from '../commands.server.ts';
import { PropertyForm } from '../components/property-form.tsx';
import { newPropertyForm } from '../property-form.server.ts';
import { cadastralDistrictsInUse } from '../queries.server.ts';
import { ownerRefusal, refusalOf } from '../refusal.server.ts';

export const meta: MetaFunction = () => [{ title: `${m.landowners_new_property_title()} · ${m.shell_product()}` }];

export async function loader({ request }: LoaderFunctionArgs) {
	const viewer = await viewerWhoMay(request, 'create', 'property');
	const asked = new URL(request.url).searchParams.get('landowner');
	const [owner, districts, cadastralDistricts] = await Promise.all([
		isId(asked) ? landownerFor(viewer, asked) : null,
		districtChoices(viewer),
		cadastralDistrictsInUse(viewer),
	]);
	return {
		...(await openNew(request, viewer, 'property', { label: owner?.name ?? null, schema: newPropertyForm() })),
		values: { share: '1/1', ...(owner && { owner: owner.name, picked: `owner:${owner.id}` }) },
		back: owner ? { to: paths.landowner(owner.id), label: owner.name } : { to: paths.properties(), label: m.landowners_properties_title() },
		choices: { districts, cadastralDistricts },
	};
}

export async function action({ request }: ActionFunctionArgs) {
	const viewer = await viewerWhoMay(request, 'create', 'property');
	return saveNew(request, newPropertyForm(), async ({ owner: typed, picked, chosen, share, ...facts }) => {
		const meant = typed ? await ownerTyped(viewer, { owner: typed, picked, chosen }) : null;
		if (meant && meant.kind !== 'one') return ownerRefusal(meant, typed ?? '');
		const answer = await createProperty(viewer, facts, meant && { owner: meant.owner, share });
		if ('propertyId' in answer) return refusalOf(answer);
		return { kind: answer.kind, to: paths.property(answer.id), flash: { key: 'property_created' } };
	});
}

export const clientAction = keepWhenOffline;

export default function NewProperty() {
	const { back, ...opened } = useLoaderData<typeof loader>();
	const answer = useAnswer<typeof action>();
	return (
		<Page title={m.landowners_new_property_title()} back={back}>
			<PropertyForm {...opened} answer={answer} owners={answer?.choices ?? []} taken={answer?.taken} cancel={back.to} />
		</Page>
	);
}
