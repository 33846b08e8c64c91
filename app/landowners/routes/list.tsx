import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { can } from '#app/auth/policy.ts';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { companyByNumber } from '#app/companies/queries.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { ListPage } from '#app/lists/components/list-page.tsx';
import { textIn } from '#app/lists/list.ts';
import { listShown } from '#app/lists/source.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { ToProperties } from '../components/land-tabs.tsx';
import { landownerList } from '../landowner-list.server.ts';
import { LANDOWNER_LIST } from '../list.tsx';
import { landownerOfCompany } from '../queries.server.ts';

export const meta: MetaFunction = () => [{ title: `${m.landowners_title()} · ${m.shell_product()}` }];

export async function loader({ request }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	const q = textIn(new URL(request.url).searchParams, 'q');
	const firm = q ? await companyByNumber(viewer, q) : null;
	const role = firm && (await landownerOfCompany(viewer, firm.id));
	if (role) throw redirect(paths.landowner(role.id));
	return { shown: await listShown(viewer, landownerList, request), mayCreate: can(viewer, 'create', 'landowner') };
}

export default function Landowners() {
	const { shown, mayCreate } = useLoaderData<typeof loader>();
	const create = mayCreate && (
		<ButtonLink to={paths.newLandowner()} variant="primary" icon="plus">
			{m.landowners_new_action()}
		</ButtonLink>
	);
	return (
		<ListPage
			list={LANDOWNER_LIST}
			shown={shown}
			actions={
				<>
					{!shown.isNone && create}
					<ToProperties />
				</>
			}
			none={{ title: m.landowners_none_title(), text: m.landowners_none_text(), action: create }}
			noHits={{ title: m.landowners_no_hits_title(), text: m.landowners_no_hits_text() }}
		/>
	);
}
