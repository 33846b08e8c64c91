import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { refused } from '#app/editing/answer.ts';
import { openNew, saveNew } from '#app/editing/new.server.ts';
import { keepWhenOffline, useAnswer } from '#app/http/keep-when-offline.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { viewerWhoMay } from '#app/record/guard.server.ts';
import { Page } from '#app/ui/page.tsx';
import { createContact } from '../commands.server.ts';
import { NewContactForm } from '../components/new-contact-form.tsx';
import { addressOf } from '../components/role-list.tsx';
import { newContactForm } from '../contact-form.server.ts';
import type { LookAlike } from '../look-alikes.server.ts';
import { type PlaceHit, placeMeant, placeOfAddress, roleWith } from '../places.server.ts';

export const meta: MetaFunction = () => [{ title: `${m.contacts_new_title()} · ${m.shell_product()}` }];

export async function loader({ request }: LoaderFunctionArgs) {
	const viewer = await viewerWhoMay(request, 'create', 'contact');
	const place = await placeOfAddress(viewer, new URL(request.url).searchParams);
	const values = { where: place?.name, picked: place?.key };
	return { place, values, ...(await openNew(request, viewer, 'contact', { label: null, schema: newContactForm() })) };
}

interface More {
	lookAlikes: LookAlike[];
	meant: PlaceHit | null;
	choices: PlaceHit[];
}

export async function action({ request }: ActionFunctionArgs) {
	const viewer = await viewerWhoMay(request, 'create', 'contact');
	return saveNew(request, newContactForm(), async ({ where, picked, chosen, ...typed }) => {
		const read = await placeMeant(viewer, { where, picked, chosen });
		if (read.kind === 'several') return refused<More>({ where: m.contacts_error_where_several() }, { choices: read.places }, 400);
		if (read.kind === 'unknown') return refused<More>({ where: m.contacts_error_where_unknown() }, {}, 400);
		const meant = read.kind === 'one' ? read.place : null;
		const answer = await createContact(viewer, { ...typed, ...(meant && roleWith(meant)) });
		if (answer.kind === 'look-alikes') return refused<More>({}, { lookAlikes: answer.people, meant });
		return { kind: answer.kind, to: paths.contact(answer.id), flash: { key: 'contact_created' } };
	});
}

export const clientAction = keepWhenOffline;

export default function NewContact() {
	const { place, ...opened } = useLoaderData<typeof loader>();
	const answer = useAnswer<typeof action>();
	const back = place ? { to: addressOf(place), label: place.name } : { to: paths.contacts(), label: m.contacts_title() };
	return (
		<Page title={m.contacts_new_title()} back={back}>
			<NewContactForm
				{...opened}
				answer={answer}
				lookAlikes={answer?.lookAlikes ?? []}
				meant={answer?.meant ?? null}
				choices={answer?.choices ?? []}
				cancelTo={back.to}
			/>
		</Page>
	);
}
