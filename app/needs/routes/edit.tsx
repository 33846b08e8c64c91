import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { can } from '#app/auth/policy.ts';
import { requireViewer } from '#app/auth/viewer.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { clashesOf, togetherFlash } from '#app/editing/editors.server.ts';
import { baseOf, mergeAndSave } from '#app/editing/merged-edit.server.ts';
import { forbidden } from '#app/http/errors.ts';
import { redirectWith } from '#app/http/flash.server.ts';
import { formOf } from '#app/http/form.server.ts';
import { keepWhenOffline, useAnswer } from '#app/http/keep-when-offline.ts';
import { submitted } from '#app/http/submission.server.ts';
import { named, today } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { PlaceLinks } from '#app/subjects/components/place-links.tsx';
import { BaseField } from '#app/ui/base-field.tsx';
import { ConflictPanel } from '#app/ui/conflict-panel.tsx';
import { Page } from '#app/ui/page.tsx';
import { reviseNeed } from '../commands.server.ts';
import { NeedForm } from '../components/need-form.tsx';
import { needForm } from '../need-form.server.ts';
import { NEED_CHAIN_NAMES, NEED_READINGS, needAsShown, needClashLabels, needFieldLabel, needValues } from '../need-values.ts';
import { needFor } from '../queries.server.ts';
import { siteLabel, sitesByFirm } from '../sites.server.ts';

export const meta: MetaFunction = () => [{ title: `${m.dialogues_need_edit_title()} · ${m.shell_product()}` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	if (!can(viewer, 'record', 'need')) throw forbidden();
	const need = await needFor(viewer, params.needId);
	return {
		place: { company: need.company, landowner: null, dialogueId: need.dialogueId },
		unitName: need.unitName,
		sites: await sitesFor(viewer, need),
		values: { ...needValues(need), skillName: need.skill ? named(need.skill) : '' },
		base: baseOf(needAsShown(need)),
		today: today(),
	};
}

/** The firm's sites; the one it is at also when it was put away or given up since. */
async function sitesFor(viewer: Viewer, { company, site }: Awaited<ReturnType<typeof needFor>>) {
	const sites = (await sitesByFirm(viewer, [company.id])).get(company.id) ?? [];
	return site && sites.every(({ id }) => id !== site.id) ? [...sites, { id: site.id, label: siteLabel(site) }] : sites;
}

export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await requireViewer(request);
	if (!can(viewer, 'record', 'need')) throw forbidden();
	const { id } = await needFor(viewer, params.needId);
	const subject = { kind: 'need', id } as const;
	return mergeAndSave(
		await formOf(request),
		async () => needAsShown(await needFor(viewer, id)),
		async (edit) => {
			const submission = submitted(edit.form, needForm());
			if (edit.clashes.length > 0)
				return data({ result: submission.reply(), conflict: await clashesOf(viewer, subject, edit, NEED_CHAIN_NAMES) }, { status: 409 });
			if (submission.status !== 'success') return data({ result: submission.reply(), conflict: null }, { status: 400 });
			// The skill picked belongs to the words typed here; taken over from a colleague, the words bring their own.
			const skillId = edit.takenOver.includes('wording') ? null : submission.value.skillId;
			const answer = await reviseNeed(viewer, id, { ...submission.value, skillId });
			if (answer.kind === 'conflict') return null;
			return redirectWith(request, paths.needs(), await togetherFlash(viewer, subject, edit.takenOver, needFieldLabel, NEED_CHAIN_NAMES));
		},
		NEED_READINGS,
	);
}

export const clientAction = keepWhenOffline;

export default function EditNeed() {
	const { place, unitName, base, ...given } = useLoaderData<typeof loader>();
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
			<NeedForm
				{...given}
				lastResult={answer?.result}
				head={
					<>
						<BaseField base={base} lastResult={answer?.result} />
						<ConflictPanel conflict={answer?.conflict} labels={needClashLabels(given.sites)} formId="need" />
					</>
				}
				cancel={paths.needs()}
			/>
		</Page>
	);
}
