import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { badRequest, forbidden } from '#app/http/errors.ts';
import { redirectWith } from '#app/http/flash.server.ts';
import { formOf } from '#app/http/form.server.ts';
import { versionIn } from '#app/http/version-field.server.ts';
import { formatMoment } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { faceNamed } from '#app/records/records.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Facts, Page, Section } from '#app/ui/page.tsx';
import { ArchivedNotice } from '../components/archived-notice.tsx';
import { hangingFor } from '../hanging.server.ts';
import { isState, putAway } from '../put-away.server.ts';
import { recordFor } from '../records.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
	{ title: `${shown ? m.upkeep_archive_title({ name: shown.record.name }) : m.upkeep_archive()} · ${m.shell_product()}` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	const record = await recordFor(viewer, params.kind, params.recordId);
	if (!record.mayArchive) throw forbidden();
	return { record, ...(await hangingFor(viewer, record)) };
}

/** Puts the record away, throws it away or fetches it back; the page after it offers what undoes that. */
export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await requireViewer(request);
	const record = await recordFor(viewer, params.kind, params.recordId);
	if (!record.mayArchive) throw forbidden();
	const form = await formOf(request);
	const state = form.get('state');
	if (!isState(state)) throw badRequest();
	const answer = await putAway(viewer, record, state, versionIn(form));
	if (answer.kind === 'refused') return data({ why: answer.why }, { status: 409 });
	const undo = { action: paths.archival(record.kind, record.id), fields: { state: answer.before, version: String(answer.version) } };
	const key = { archived: 'record_archived', trashed: 'record_trashed', present: 'record_restored' } as const;
	const next = (state === 'trashed' && faceNamed(record.kind)?.list?.()) || record.path;
	return redirectWith(request, next, { key: key[state], params: { name: record.name }, ...(answer.version > 0 && { undo }) });
}

export default function Archival() {
	const { record, hanging, isThrowable, isTrashed } = useLoaderData<typeof loader>();
	const refusal = useActionData<typeof action>();
	return (
		<Page title={m.upkeep_archive_title({ name: record.name })} back={{ to: record.path, label: record.name }}>
			{refusal && (
				<div className="mb-5">
					<Notice tone="warning" role="alert" title={m.upkeep_archive_failed()}>
						{refusal.why}
					</Notice>
				</div>
			)}
			<ArchivedNotice {...record} mayRestore={record.mayArchive} />
			{hanging.length > 0 && (
				<Section title={m.upkeep_hanging_title()}>
					<Facts
						items={hanging.map(({ label, figure, href }) => ({
							label,
							value: (
								<a href={href} className="inline-flex min-h-6 items-center text-accent underline-offset-2 hover:underline">
									{figure}
								</a>
							),
						}))}
					/>
				</Section>
			)}
			{!record.archivedAt && record.isArchivable && (
				<Section title={m.upkeep_archive()}>
					<p className="mb-3 max-w-prose text-pretty">{m.upkeep_archive_text()}</p>
					<Deed state="archived" label={m.upkeep_archive_deed()} />
				</Section>
			)}
			{!isTrashed && (
				<Section title={m.upkeep_trash_deed_title()}>
					<p className="mb-3 max-w-prose text-pretty">{isThrowable ? m.upkeep_trash_text() : m.upkeep_trash_kept_text()}</p>
					{isThrowable && <Deed state="trashed" label={m.upkeep_trash_deed()} />}
				</Section>
			)}
			{isTrashed && <p className="text-muted">{m.upkeep_trashed_until({ at: formatMoment(isTrashed.erasedAt) })}</p>}
			<p className="mt-8">
				<ButtonLink to={record.path} variant="quiet">
					{m.upkeep_archive_cancel()}
				</ButtonLink>
			</p>
		</Page>
	);
}

function Deed({ state, label }: { state: 'archived' | 'trashed'; label: string }) {
	const { record } = useLoaderData<typeof loader>();
	return (
		<Form method="post">
			<input type="hidden" name="version" value={record.version} />
			<Button name="state" value={state} variant={state === 'trashed' ? 'danger' : 'primary'} icon={state === 'trashed' ? 'trash' : 'archive'}>
				{label}
			</Button>
		</Form>
	);
}
