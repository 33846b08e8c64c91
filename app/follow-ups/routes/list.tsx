import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { can } from '#app/auth/policy.ts';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { today } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { ListPage } from '#app/lists/components/list-page.tsx';
import { ListTable } from '#app/lists/components/list-table.tsx';
import { paramsOf } from '#app/lists/list.ts';
import { listShown } from '#app/lists/source.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { PromisesKept } from '../components/promises-kept.tsx';
import { followUpList, promisesByQuarter } from '../follow-up-list.server.ts';
import { FOLLOW_UP_LIST } from '../list.tsx';
import { quartersBackFrom } from '../quarters.ts';

/** So many quarters are compared. */
const COMPARED = 4;

export const meta: MetaFunction = () => [{ title: `${m.dialogues_follow_ups_title()} · ${m.shell_product()}` }];

export async function loader({ request }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	const shown = await listShown(viewer, followUpList, request);
	const { kind, unit = null } = shown.state.is;
	return {
		shown,
		promises: kind === 'promise' ? await promisesByQuarter(viewer, quartersBackFrom(today(), COMPARED), unit) : [],
		mayAgree: can(viewer, 'agree', 'followUp'),
	};
}

export default function FollowUps() {
	const { shown, promises, mayAgree } = useLoaderData<typeof loader>();
	const { kind, unit = null } = shown.state.is;
	return (
		<ListPage
			list={FOLLOW_UP_LIST}
			shown={shown}
			actions={
				<>
					{kind !== 'promise' && (
						<ButtonLink to={paths.followUps({ kind: 'promise' })} variant="quiet">
							{m.dialogues_promises_title()}
						</ButtonLink>
					)}
					{mayAgree && (
						<ButtonLink to={paths.newFollowUp()} icon="plus">
							{m.dialogues_follow_up_new_action()}
						</ButtonLink>
					)}
				</>
			}
			above={promises.length > 0 && <PromisesKept quarters={promises} unit={unit} />}
			none={{ title: m.dialogues_follow_ups_none_title(), text: m.dialogues_follow_ups_none_text() }}
			noHits={{ title: m.dialogues_follow_ups_none_title(), text: m.dialogues_list_none_text() }}
		>
			{/* One form for all rows: each button says whose settlement it is. */}
			<Form method="post" preventScrollReset>
				<input type="hidden" name="back" value={paths.followUps(paramsOf(shown.state, FOLLOW_UP_LIST))} />
				<ListTable list={FOLLOW_UP_LIST} {...shown} />
			</Form>
		</ListPage>
	);
}
