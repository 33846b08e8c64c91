import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { can } from '#app/auth/policy.ts';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { ListPage } from '#app/lists/components/list-page.tsx';
import { listShown } from '#app/lists/source.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { contactList } from '../contact-list.server.ts';
import { CONTACT_LIST } from '../list.tsx';

export const meta: MetaFunction = () => [{ title: `${m.contacts_title()} · ${m.shell_product()}` }];

export async function loader({ request }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	return { shown: await listShown(viewer, contactList, request), mayCreate: can(viewer, 'create', 'contact') };
}

export default function Contacts() {
	const { shown, mayCreate } = useLoaderData<typeof loader>();
	const { company } = shown.state.is;
	const create = mayCreate && (
		<ButtonLink to={paths.newContact(company ? { company } : {})} variant="primary" icon="plus">
			{m.contacts_new_action()}
		</ButtonLink>
	);
	return (
		<ListPage
			list={CONTACT_LIST}
			shown={shown}
			actions={!shown.isNone && create}
			none={{ title: m.contacts_none_title(), text: m.contacts_none_text(), action: create }}
			noHits={{ title: m.contacts_no_hits_title(), text: m.contacts_no_hits_text() }}
		/>
	);
}
