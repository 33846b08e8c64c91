import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { ListPage } from '#app/lists/components/list-page.tsx';
import { listShown } from '#app/lists/source.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { AdminLinks } from '../components/admin-links.tsx';
import { PERSON_LIST } from '../list.tsx';
import { personList } from '../person-list.server.ts';

export const meta: MetaFunction = () => [{ title: `${m.people_people()} · ${m.shell_product()}` }];

export async function loader({ request }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	return { shown: await listShown(viewer, personList, request) };
}

export default function People() {
	const { shown } = useLoaderData<typeof loader>();
	const newPerson = (
		<ButtonLink to={paths.newPerson()} variant="primary" icon="plus">
			{m.people_new()}
		</ButtonLink>
	);
	const none = { title: m.people_none(), text: m.people_none_text() };
	return (
		<ListPage
			list={PERSON_LIST}
			shown={shown}
			actions={newPerson}
			tabs={<AdminLinks at="people" />}
			none={{ ...none, action: newPerson }}
			noHits={{ ...none, actions: newPerson }}
		/>
	);
}
