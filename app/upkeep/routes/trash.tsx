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
import { KEPT_DAYS, placeFrom, placeText, trashPage } from '../trash.server.ts';

export const meta: MetaFunction = () => [{ title: `${m.upkeep_trash()} · ${m.shell_product()}` }];

export async function loader({ request }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	const before = new URL(request.url).searchParams.get('before');
	const { rows, next } = await trashPage(viewer, placeFrom(before));
	return { rows, next: next && `${paths.trash()}?before=${placeText(next)}`, latest: before ? paths.trash() : null, days: KEPT_DAYS };
}

export default function Trash() {
	const { rows, next, latest, days } = useLoaderData<typeof loader>();
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
			<KeysetPages previous={latest} next={next} label={m.upkeep_trash_pages()} />
		</Page>
	);
}
