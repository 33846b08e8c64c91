import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { can } from '#app/auth/policy.ts';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { redirectWith } from '#app/http/flash.server.ts';
import { formOf } from '#app/http/form.server.ts';
import { keepWhenOffline, useAnswer } from '#app/http/keep-when-offline.ts';
import { restoredId, restoredResult } from '#app/http/restored.server.ts';
import { constraintOf, submitted } from '#app/http/submission.server.ts';
import { today } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { viewerWhoMay } from '#app/record/guard.server.ts';
import { Page, Section } from '#app/ui/page.tsx';
import { newId } from '#db/new-id.ts';
import { ConsentForm } from '../components/consent-form.tsx';
import { ConsentHistory, ConsentMatrix } from '../components/consent-matrix.tsx';
import { consentForm } from '../consent-form.server.ts';
import { consentsOf } from '../consents.server.ts';
import { contactFor } from '../queries.server.ts';
import { recordConsent } from '../record-consent.server.ts';

export const meta: MetaFunction = () => [{ title: `${m.contacts_consents()} · ${m.shell_product()}` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	const contact = await contactFor(viewer, params.contactId);
	const restored = await restoredResult(request, viewer);
	return {
		id: restoredId(restored, newId()),
		restored,
		contact: { id: contact.id, name: contact.name },
		consents: await consentsOf(contact.id),
		today: today(),
		mayRecord: can(viewer, 'revise', 'contact'),
		constraint: constraintOf(consentForm()),
	};
}

export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await viewerWhoMay(request, 'revise', 'contact');
	const contact = await contactFor(viewer, params.contactId);
	const submission = submitted(await formOf(request), consentForm());
	if (submission.status !== 'success') return data({ result: submission.reply(), earlier: null }, { status: 400 });
	if ((await recordConsent(viewer, contact.id, submission.value)) === 'differs') {
		const earlier = { to: paths.contactConsents(contact.id), freshId: newId() };
		return data({ result: submission.reply(), earlier }, { status: 409 });
	}
	return redirectWith(request, paths.contact(contact.id), { key: 'contact_consent_recorded' });
}

export const clientAction = keepWhenOffline;

export default function Consents() {
	const { id, restored, contact, consents, today: day, mayRecord, constraint } = useLoaderData<typeof loader>();
	const answer = useAnswer<typeof action>();
	return (
		<Page title={m.contacts_consents()} back={{ to: paths.contact(contact.id), label: contact.name }}>
			{mayRecord && (
				<Section title={m.contacts_record_consent()}>
					<ConsentForm
						id={answer?.earlier?.freshId ?? id}
						contactId={contact.id}
						today={day}
						constraint={constraint}
						lastResult={answer?.result ?? restored}
						earlier={answer?.earlier}
					/>
				</Section>
			)}
			<Section title={m.contacts_consents_now()}>
				<ConsentMatrix consents={consents} />
			</Section>
			{consents.length > 0 && (
				<Section title={m.contacts_consent_history()}>
					<ConsentHistory consents={consents} />
				</Section>
			)}
		</Page>
	);
}
