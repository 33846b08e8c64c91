import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { can } from '#app/auth/policy.ts';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { keptNew } from '#app/drafts/kept.server.ts';
import { forbidden } from '#app/http/errors.ts';
import { redirectWith } from '#app/http/flash.server.ts';
import { formOf } from '#app/http/form.server.ts';
import { keepWhenOffline, useAnswer } from '#app/http/keep-when-offline.ts';
import { constraintOf, submitted } from '#app/http/submission.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import type { Earlier } from '#app/ui/earlier-notice.tsx';
import { Page } from '#app/ui/page.tsx';
import { newId } from '#db/new-id.ts';
import { createContact } from '../commands.server.ts';
import { NewContactForm } from '../components/new-contact-form.tsx';
import { addressOf } from '../components/role-list.tsx';
import { newContactForm } from '../contact-form.server.ts';
import type { LookAlike } from '../look-alikes.server.ts';
import { type PlaceHit, placeMeant, placeOfAddress, roleWith } from '../places.server.ts';

export const meta: MetaFunction = () => [{ title: `${m.contacts_new_title()} · ${m.shell_product()}` }];

export async function loader({ request }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	if (!can(viewer, 'create', 'contact')) throw forbidden();
	return {
		kept: await keptNew(request, viewer, { form: 'contact', label: null }),
		place: await placeOfAddress(viewer, new URL(request.url).searchParams),
		constraint: constraintOf(newContactForm()),
	};
}

const NOTHING = { lookAlikes: [] as LookAlike[], meant: null as PlaceHit | null, choices: [] as PlaceHit[], earlier: null as Earlier | null };

export async function action({ request }: ActionFunctionArgs) {
	const viewer = await requireViewer(request);
	if (!can(viewer, 'create', 'contact')) throw forbidden();
	const submission = submitted(await formOf(request), newContactForm());
	if (submission.status !== 'success') return data({ ...NOTHING, result: submission.reply() }, { status: 400 });
	const { where, picked, chosen, ...typed } = submission.value;
	const read = await placeMeant(viewer, { where, picked, chosen });
	if (read.kind === 'several' || read.kind === 'unknown') {
		const text = read.kind === 'several' ? m.contacts_error_where_several() : m.contacts_error_where_unknown();
		const choices = read.kind === 'several' ? read.places : [];
		return data({ ...NOTHING, choices, result: submission.reply({ fieldErrors: { where: [text] } }) }, { status: 400 });
	}
	const meant = read.kind === 'one' ? read.place : null;
	const answer = await createContact(viewer, { ...typed, ...(meant && roleWith(meant)) });
	switch (answer.kind) {
		case 'created':
			return redirectWith(request, paths.contact(answer.id), { key: 'contact_created' });
		case 'look-alikes':
			return data({ ...NOTHING, lookAlikes: answer.people, meant, result: submission.reply() }, { status: 409 });
		case 'differs':
			return data({ ...NOTHING, earlier: { to: paths.contact(answer.id), freshId: newId() }, result: submission.reply() }, { status: 409 });
	}
}

export const clientAction = keepWhenOffline;

export default function NewContact() {
	const { kept, place, constraint } = useLoaderData<typeof loader>();
	const answer = useAnswer<typeof action>();
	const back = place ? { to: addressOf(place), label: place.name } : { to: paths.contacts(), label: m.contacts_title() };
	return (
		<Page title={m.contacts_new_title()} back={back}>
			<NewContactForm
				id={kept.recordId}
				kept={kept}
				place={place}
				constraint={constraint}
				lastResult={answer?.result ?? kept.restored}
				lookAlikes={answer?.lookAlikes ?? []}
				meant={answer?.meant ?? null}
				choices={answer?.choices ?? []}
				earlier={answer?.earlier ?? null}
				cancelTo={back.to}
			/>
		</Page>
	);
}
