import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { textIn } from '#app/lists/list.ts';
import { paths } from '#app/paths.ts';
import { faceNamed } from '#app/records/records.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { CONTROL } from '#app/ui/field.tsx';
import { Page, Section } from '#app/ui/page.tsx';
import { KeysetPages } from '#app/ui/pagination.tsx';
import { archivedFor } from '../archive.server.ts';
import { ArchivedList } from '../components/archived-list.tsx';

export const meta: MetaFunction = () => [{ title: `${m.upkeep_archive_page()} · ${m.shell_product()}` }];

export async function loader({ request }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	const search = new URL(request.url).searchParams;
	const q = textIn(search, 'q');
	const only = faceNamed(search.get('kind'))?.kind ?? null;
	const groups = await archivedFor(viewer, { q, only, after: search.get('after'), before: search.get('before') });
	const [own] = only ? groups : [];
	const page = (place: { after?: string; before?: string }) => paths.archive({ q, kind: only ?? undefined, ...place });
	return {
		...{ q, only, groups },
		previous: own?.previous ? page({ before: own.previous }) : null,
		next: own?.next ? page({ after: own.next }) : null,
	};
}

export default function Archive() {
	const { q, only, groups, previous, next } = useLoaderData<typeof loader>();
	return (
		<Page title={m.upkeep_archive_page()} meta={m.upkeep_archive_page_text()}>
			<Form method="get" role="search" className="mb-5 flex gap-2.5">
				<input
					key={q}
					type="search"
					name="q"
					aria-label={m.upkeep_archive_search()}
					placeholder={m.upkeep_archive_search()}
					defaultValue={q}
					autoComplete="off"
					maxLength={100}
					className={CONTROL}
				/>
				<Button variant="primary" icon="search">
					{m.search_do()}
				</Button>
			</Form>
			{groups.length === 0 && (
				<EmptyState title={q ? m.upkeep_archive_none_found() : m.upkeep_archive_none_title()} text={m.upkeep_archive_none_text()} />
			)}
			{groups.map(({ kind, rows, next: more }) => (
				<Section key={kind} title={faceNamed(kind)?.many?.() ?? kind}>
					<ArchivedList label={faceNamed(kind)?.many?.() ?? kind} rows={rows} />
					{more && !only && (
						<p className="mt-2.5">
							<ButtonLink to={paths.archive({ q, kind })} size="sm" variant="quiet" icon="down">
								{m.upkeep_archive_more()}
							</ButtonLink>
						</p>
					)}
				</Section>
			))}
			<KeysetPages previous={previous} next={next} label={m.upkeep_archive_pages()} />
		</Page>
	);
}
