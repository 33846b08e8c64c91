import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Page, Section } from '#app/ui/page.tsx';
import { DraftLines } from '../components/draft-lines.tsx';
import { draftsOf, textsOf } from '../drafts.server.ts';

export const meta: MetaFunction = () => [{ title: `${m.drafts_title()} · ${m.shell_product()}` }];

/** One's own drafts only: another's cannot be asked for. */
export async function loader({ request }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	const drafts = await draftsOf(viewer);
	const asked = new URL(request.url).searchParams;
	const line = drafts.find(({ form, recordId }) => form === asked.get('form') && recordId === asked.get('record'));
	return { drafts, read: line ? { label: line.label ?? line.formLabel, texts: (await textsOf(viewer, line)) ?? [] } : null };
}

export default function Drafts() {
	const { drafts, read } = useLoaderData<typeof loader>();
	return (
		<Page title={m.drafts_title()} back={{ to: paths.myDay(), label: m.shell_nav_my_day() }} meta={drafts.length > 0 && m.drafts_text()}>
			{read && (
				<Section title={m.drafts_text_of({ label: read.label })}>
					{read.texts.map((text) => (
						<p key={text} className="mb-2 max-w-prose whitespace-pre-wrap break-words">
							{text}
						</p>
					))}
				</Section>
			)}
			{drafts.length > 0 ? <DraftLines drafts={drafts} /> : <EmptyState title={m.drafts_none_title()} text={m.drafts_none_text()} />}
		</Page>
	);
}
