import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import type { Viewer } from '#app/auth/viewer.ts';
import { openEdit, saveEdit } from '#app/editing/edit.server.ts';
import { keepWhenOffline, useAnswer } from '#app/http/keep-when-offline.ts';
import { named, today } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { viewerWhoMay } from '#app/record/guard.server.ts';
import { PlaceLinks } from '#app/subjects/components/place-links.tsx';
import { Page } from '#app/ui/page.tsx';
import { reviseNeed } from '../commands.server.ts';
import { NeedForm } from '../components/need-form.tsx';
import { needForm } from '../need-form.server.ts';
import { NEED_EDIT } from '../need-values.ts';
import { needFor } from '../queries.server.ts';
import { siteLabel, sitesByFirm } from '../sites.server.ts';

export const meta: MetaFunction = () => [{ title: `${m.dialogues_need_edit_title()} · ${m.shell_product()}` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await viewerWhoMay(request, 'record', 'need');
	const need = await needFor(viewer, params.needId);
	const { values, ...opened } = await openEdit(request, viewer, NEED_EDIT, { id: need.id, row: need, label: need.company.name });
	return {
		...opened,
		values: { ...values, skillName: need.skill ? named(need.skill) : '' },
		place: { company: need.company, landowner: null, dialogueId: need.dialogueId },
		unitName: need.unitName,
		sites: await sitesFor(viewer, need),
		today: today(),
	};
}

/** The firm's sites; the one it is at also when it was put away or given up since. */
async function sitesFor(viewer: Viewer, { company, site }: Awaited<ReturnType<typeof needFor>>) {
	const sites = (await sitesByFirm(viewer, [company.id])).get(company.id) ?? [];
	return site && sites.every(({ id }) => id !== site.id) ? [...sites, { id: site.id, label: siteLabel(site) }] : sites;
}

export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await viewerWhoMay(request, 'record', 'need');
	const { id } = await needFor(viewer, params.needId);
	return saveEdit(request, viewer, NEED_EDIT, {
		id,
		read: () => needFor(viewer, id),
		schema: needForm(),
		// The skill picked belongs to the words typed here; taken over from a colleague, the words bring their own.
		save: (input, { takenOver }) => reviseNeed(viewer, id, takenOver.includes('wording') ? { ...input, skillId: null } : input),
		page: paths.needs(),
	});
}

export const clientAction = keepWhenOffline;

export default function EditNeed() {
	const { place, unitName, ...opened } = useLoaderData<typeof loader>();
	const answer = useAnswer<typeof action>();
	return (
		<Page
			title={m.dialogues_need_edit_title()}
			back={{ to: paths.needs(), label: m.dialogues_needs() }}
			meta={
				<>
					<PlaceLinks place={place} />
					<span>{m.dialogues_need_noted_by({ unit: unitName })}</span>
				</>
			}
		>
			<NeedForm {...opened} answer={answer} />
		</Page>
	);
}
