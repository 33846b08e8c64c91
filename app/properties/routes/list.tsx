import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { can } from '#app/auth/policy.ts';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { ToLandowners } from '#app/landowners/components/land-tabs.tsx';
import { ListPage } from '#app/lists/components/list-page.tsx';
import { listShown } from '#app/lists/source.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { PROPERTY_LIST } from '../list.tsx';
import { propertyList } from '../property-list.server.ts';

export const meta: MetaFunction = () => [{ title: `${m.landowners_properties_title()} · ${m.shell_product()}` }];

export async function loader({ request }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	return { shown: await listShown(viewer, propertyList, request), mayCreate: can(viewer, 'create', 'property') };
}

export default function Properties() {
	const { shown, mayCreate } = useLoaderData<typeof loader>();
	const create = mayCreate && (
		<ButtonLink to={paths.newProperty()} variant="primary" icon="plus">
			{m.landowners_new_property_action()}
		</ButtonLink>
	);
	return (
		<ListPage
			list={PROPERTY_LIST}
			shown={shown}
			actions={
				<>
					{!shown.isNone && create}
					<ToLandowners />
				</>
			}
			none={{ title: m.landowners_properties_none_title(), text: m.landowners_properties_none_text(), action: create }}
			noHits={{ title: m.landowners_properties_no_hits_title(), text: m.landowners_no_hits_text() }}
		/>
	);
}
