import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, type ShouldRevalidateFunction, useActionData, useLoaderData } from '@remix-run/react';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { badRequest, forbidden } from '#app/http/errors.ts';
import { redirectWith } from '#app/http/flash.server.ts';
import { formOf } from '#app/http/form.server.ts';
import { versionIn } from '#app/http/version-field.server.ts';
import { formatMoment } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { kindLabel } from '#app/records/records.ts';
import { Button } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page } from '#app/ui/page.tsx';
import { KeysetPages } from '#app/ui/pagination.tsx';
import { type FieldChange, type HistoryLine, historyOf } from '../history.server.ts';
import { recordFor } from '../records.server.ts';
import { putBack } from '../revert.server.ts';

/** The lines' numbers are of 32 bits. */
const LAST_LINE = 2_147_483_647;

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
	{ title: `${shown ? m.upkeep_history_of({ name: shown.record.name }) : m.upkeep_history()} · ${m.shell_product()}` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	const record = await recordFor(viewer, params.kind, params.recordId);
	const before = placeFrom(new URL(request.url).searchParams.get('before'));
	const { lines, next } = await historyOf(viewer, record, before);
	const here = paths.history(record.kind, record.id);
	return { record, lines, next: next === null ? null : `${here}?before=${next}`, latest: before ? here : null };
}

/** The line an address says to go on behind; anything that can be none of ours is the first page. */
const placeFrom = (text: string | null): number | null => (text && /^\d{1,10}$/.test(text) && Number(text) <= LAST_LINE ? Number(text) : null);

/** Puts one field back; the version says that nobody saved since the page was opened. */
export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await requireViewer(request);
	const record = await recordFor(viewer, params.kind, params.recordId);
	if (!record.mayRevert) throw forbidden();
	const form = await formOf(request);
	const change = form.get('change');
	if (!change) throw badRequest();
	const answer = await putBack(viewer, record, change, versionIn(form));
	if (answer.kind === 'reverted') return redirectWith(request, paths.history(record.kind, record.id), { key: 'field_put_back' });
	const why =
		answer.kind === 'refused'
			? answer.why
			: answer.edition.by
				? m.upkeep_conflict_by({ name: answer.edition.by, at: formatMoment(answer.edition.at) })
				: m.upkeep_conflict_at({ at: formatMoment(answer.edition.at) });
	return data({ why }, { status: 409 });
}

/** Refused because somebody saved meanwhile: the page shows what stands now, and the next press is of that. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
	actionStatus === 409 || defaultShouldRevalidate;

export default function History() {
	const { record, lines, next, latest } = useLoaderData<typeof loader>();
	const refusal = useActionData<typeof action>();
	return (
		<Page title={m.upkeep_history_of({ name: record.name })} back={{ to: record.path, label: record.name }} meta={kindLabel(record.kind)}>
			{refusal && (
				<div className="mb-5">
					<Notice tone="warning" role="alert" title={m.upkeep_revert_failed()}>
						{refusal.why}
					</Notice>
				</div>
			)}
			{lines.length === 0 ? (
				<EmptyState title={m.upkeep_history_none_title()} text={m.upkeep_history_none_text()} />
			) : (
				<ol className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface">
					{lines.map((line) => (
						<Line key={line.seq} line={line} />
					))}
				</ol>
			)}
			<KeysetPages previous={latest} next={next} label={m.upkeep_history_pages()} />
		</Page>
	);
}

function Line({ line }: { line: HistoryLine }) {
	return (
		<li className="px-4 py-3">
			<p className="flex flex-wrap items-baseline gap-x-2.5">
				<span className="min-w-0 font-medium">{line.about ? `${line.deed}: ${line.about}` : line.deed}</span>
				<span className="text-muted text-sm" data-figures>
					{[line.by ?? m.upkeep_by_system(), formatMoment(line.at)].join(' · ')}
				</span>
			</p>
			{line.isFaded && <p className="mt-1 text-muted text-sm">{m.upkeep_import_faded()}</p>}
			{line.changes.length > 0 && (
				<ul className="mt-1.5 space-y-2">
					{line.changes.map((change) => (
						<Change key={change.id} change={change} />
					))}
				</ul>
			)}
		</li>
	);
}

function Change({ change }: { change: FieldChange }) {
	const { record } = useLoaderData<typeof loader>();
	return (
		<li className="flex items-start justify-between gap-3">
			<dl className="min-w-0 grow grid-cols-[minmax(7rem,11rem)_1fr] gap-x-4 sm:grid">
				<dt className="text-muted">{change.label}</dt>
				<dd className="min-w-0 hyphens-auto whitespace-pre-line break-words" data-figures>
					<del className="text-muted line-through decoration-1">
						<span className="sr-only">{m.upkeep_before()} </span>
						{change.before}
					</del>
					<span aria-hidden="true"> → </span>
					<ins className="no-underline">
						<span className="sr-only">{m.upkeep_after()} </span>
						{change.after}
					</ins>
				</dd>
			</dl>
			{change.isRevertible && (
				<Form method="post" preventScrollReset className="shrink-0">
					<input type="hidden" name="version" value={record.version} />
					<Button
						name="change"
						value={change.id}
						size="sm"
						variant="quiet"
						icon="undo"
						aria-label={m.upkeep_put_back_what({ field: change.label, value: change.before.slice(0, 80) })}
					>
						{m.upkeep_put_back()}
					</Button>
				</Form>
			)}
		</li>
	);
}
