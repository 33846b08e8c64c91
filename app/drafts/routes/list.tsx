import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Page } from '#app/ui/page.tsx';
import { DraftLines } from '../components/draft-lines.tsx';
import { draftsOf } from '../drafts.server.ts';

export const meta: MetaFunction = () => [{ title: `${m.drafts_title()} · ${m.shell_product()}` }];

/** One's own drafts only: another's cannot be asked for. */
export async function loader({ request }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	return { drafts: await draftsOf(viewer) };
}

export default function Drafts() {
	const { drafts } = useLoaderData<typeof loader>();
	return (
		<Page title={m.drafts_title()} back={{ to: paths.myDay(), label: m.shell_nav_my_day() }} meta={drafts.length > 0 && m.drafts_text()}>
			{drafts.length > 0 ? <DraftLines drafts={drafts} /> : <EmptyState title={m.drafts_none_title()} text={m.drafts_none_text()} />}
		</Page>
	);
}
