import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { dayOf, formatDay, formatMoment } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { kindLabel } from '#app/records/records.ts';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Page } from '#app/ui/page.tsx';
import { KeysetPages } from '#app/ui/pagination.tsx';
import { Row, RowList } from '#app/ui/row-list.tsx';
import { Restore } from '../components/archived-notice.tsx';
import { KEPT_DAYS, trashPage } from '../trash.server.ts';

export const meta: MetaFunction = () => [{ title: `${m.upkeep_trash()} · ${m.shell_product()}` }];

export async function loader({ request }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	const search = new URL(request.url).searchParams;
	const { rows, previous, next } = await trashPage(viewer, { after: search.get('after'), before: search.get('before') });
	return { rows, previous: previous && paths.trash({ before: previous }), next: next && paths.trash({ after: next }), days: KEPT_DAYS };
}

export default function Trash() {
	const { rows, previous, next, days } = useLoaderData<typeof loader>();
	return (
		<Page title={m.upkeep_trash()} meta={m.upkeep_trash_page_text({ days })}>
			{rows.length === 0 ? (
				<EmptyState title={m.upkeep_trash_none_title()} text={m.upkeep_trash_none_text()} />
			) : (
				<RowList label={m.upkeep_trash()}>
					{rows.map(({ kind, id, name, version, at, by, erasedAt }) => (
						<Row
							key={id}
							title={name}
							meta={
								<span data-figures>
									{[
										kindLabel(kind),
										m.upkeep_thrown_by({ name: by, at: formatMoment(at) }),
										m.upkeep_erased_on({ day: formatDay(dayOf(erasedAt)) }),
									].join(' · ')}
								</span>
							}
							trailing={<Restore kind={kind} id={id} version={version} label={m.upkeep_restore()} title={m.upkeep_restore_what({ name })} />}
						/>
					))}
				</RowList>
			)}
			<KeysetPages previous={previous} next={next} label={m.upkeep_trash_pages()} />
		</Page>
	);
}
