import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { fieldUnits } from '#app/auth/acting.ts';
import { can } from '#app/auth/policy.ts';
import { requireViewer } from '#app/auth/viewer.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { keptEdit } from '#app/drafts/kept.server.ts';
import { clashesOf, togetherFlash } from '#app/editing/editors.server.ts';
import { baseOf, mergeAndSave } from '#app/editing/merged-edit.server.ts';
import { forbidden } from '#app/http/errors.ts';
import { redirectWith } from '#app/http/flash.server.ts';
import { formOf } from '#app/http/form.server.ts';
import { keepWhenOffline, useAnswer } from '#app/http/keep-when-offline.ts';
import { submitted } from '#app/http/submission.server.ts';
import { today } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { PlaceLinks } from '#app/subjects/components/place-links.tsx';
import { nearOnes } from '#app/touches/touches.ts';
import { BaseField } from '#app/ui/base-field.tsx';
import { Card } from '#app/ui/card.tsx';
import { ConflictPanel } from '#app/ui/conflict-panel.tsx';
import { Page } from '#app/ui/page.tsx';
import { reviseFollowUp } from '../commands.server.ts';
import { FollowUpForm } from '../components/follow-up-form.tsx';
import { FollowUpMark } from '../components/follow-up-mark.tsx';
import { SettleButtons } from '../components/settle-buttons.tsx';
import { followUpRevisionForm } from '../follow-up-form.server.ts';
import {
	FOLLOW_UP_CHAIN_NAMES,
	FOLLOW_UP_READINGS,
	followUpAsShown,
	followUpClashLabels,
	followUpFieldLabel,
	valuesOf,
} from '../follow-up-values.ts';
import { fieldPeople, isPlaced, peopleThere, touchesThere } from '../places.server.ts';
import { followUpFor } from '../queries.server.ts';

export const meta: MetaFunction = () => [{ title: `${m.dialogues_follow_up_edit_title()} · ${m.shell_product()}` }];

/** The follow-up, when it is the viewer's to change; what it says is then theirs to read. */
async function ownFollowUp(viewer: Viewer, id: string | undefined) {
	const followUp = await followUpFor(viewer, id);
	if (!can(viewer, 'agree', 'followUp') || !followUp.isSettleable || !followUp.isReadable) throw forbidden();
	const own = fieldUnits(viewer);
	// The unit of what follows from a talk is the talk's; another unit's follow-up stays theirs.
	const units = !followUp.dialogueId && own.length > 1 && own.some(({ unitId }) => unitId === followUp.unit.id) ? own : [];
	const ids = { assigneeId: followUp.assignee.id, contactId: followUp.contact?.id ?? null, unitId: units.length > 0 ? followUp.unit.id : null };
	return { followUp, units, stored: { ...followUp, ...ids, text: followUp.text ?? '' } };
}

/** One's own are worked from my day, others' from the firm or owner. */
function pageAfter(viewer: Viewer, { assignee, company, landowner }: Awaited<ReturnType<typeof followUpFor>>): string {
	if (assignee.id === viewer.id || !(company || landowner)) return paths.myDay();
	return company ? paths.company(company.id) : paths.landowner(landowner?.id ?? '');
}

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	if (!can(viewer, 'agree', 'followUp')) throw forbidden();
	const { followUp, units, stored } = await ownFollowUp(viewer, params.followUpId);
	const [people, contacts, touches, kept] = await Promise.all([
		fieldPeople(viewer, followUp.assignee),
		peopleThere(viewer, followUp, followUp.contact),
		touchesThere(viewer, followUp, (followUp.kind === 'visit' && followUp.dueOn) || undefined, followUp.id),
		keptEdit(request, viewer, { form: 'followUp', recordId: followUp.id, label: stored.text, baseVersion: followUp.version }),
	]);
	return {
		kept,
		followUp,
		people,
		contacts,
		touches,
		units,
		today: today(),
		after: pageAfter(viewer, followUp),
		base: baseOf(followUpAsShown(stored)),
		values: valuesOf(stored),
	};
}

export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await requireViewer(request);
	if (!can(viewer, 'agree', 'followUp')) throw forbidden();
	const { followUp } = await ownFollowUp(viewer, params.followUpId);
	const { id } = followUp;
	const subject = { kind: 'followUp', id } as const;
	const schema = followUpRevisionForm({ kept: followUp.dueOn, isPlaced: isPlaced(followUp) });
	return mergeAndSave(
		await formOf(request),
		async () => followUpAsShown((await ownFollowUp(viewer, id)).stored),
		async (edit) => {
			const submission = submitted(edit.form, schema);
			if (edit.clashes.length > 0) {
				const conflict = await clashesOf(viewer, subject, edit, FOLLOW_UP_CHAIN_NAMES);
				return data({ result: submission.reply(), touches: null, conflict }, { status: 409 });
			}
			if (submission.status !== 'success') return data({ result: submission.reply(), touches: null, conflict: null }, { status: 400 });
			const changes = submission.value;
			// A visit that is moved or becomes one asks anew; one that only gets other words was let through before.
			const isMoved = followUp.kind !== 'visit' || changes.dueOn !== followUp.dueOn;
			if (changes.kind === 'visit' && changes.dueOn && isMoved && !changes.goAheadReason) {
				const touches = await touchesThere(viewer, followUp, changes.dueOn, id);
				if (touches && nearOnes(touches).length > 0) {
					const result = submission.reply({ fieldErrors: { goAheadReason: [m.dialogues_guard_reason_missing()] } });
					return data({ result, touches, conflict: null }, { status: 400 });
				}
			}
			const answer = await reviseFollowUp(viewer, id, changes);
			if (answer.kind === 'conflict') return null;
			const flash = await togetherFlash(viewer, subject, edit.takenOver, followUpFieldLabel, FOLLOW_UP_CHAIN_NAMES);
			return redirectWith(request, pageAfter(viewer, followUp), flash.key === 'saved' ? { key: 'follow_up_revised' } : flash);
		},
		FOLLOW_UP_READINGS,
	);
}

export const clientAction = keepWhenOffline;

export default function EditFollowUp() {
	const { kept, followUp, base, touches, after, ...given } = useLoaderData<typeof loader>();
	const answer = useAnswer<typeof action>();
	const { people, contacts, units } = given;
	return (
		<Page
			title={m.dialogues_follow_up_edit_title()}
			back={{ to: after, label: after === paths.myDay() ? m.shell_nav_my_day() : (followUp.company?.name ?? followUp.landowner?.name ?? '') }}
			meta={<PlaceLinks place={followUp} />}
		>
			<Card className="mb-6 flex flex-wrap items-center justify-between gap-x-4 gap-y-3">
				<FollowUpMark followUp={followUp} withText />
				<SettleButtons followUp={followUp} back={paths.editFollowUp(followUp.id)} />
			</Card>
			<FollowUpForm
				{...given}
				touches={answer?.touches ?? touches}
				standingDay={followUp.dueOn}
				kept={kept}
				lastResult={answer?.result ?? kept.restored}
				head={
					<>
						<BaseField base={base} lastResult={answer?.result ?? kept.restored} />
						<ConflictPanel conflict={answer?.conflict} labels={followUpClashLabels({ people, contacts, units })} formId="follow-up" />
					</>
				}
				cancel={after}
			/>
		</Page>
	);
}
