import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { fieldUnits } from '#app/auth/acting.ts';
import { can } from '#app/auth/policy.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { refused } from '#app/editing/answer.ts';
import { openEdit, saveEdit } from '#app/editing/edit.server.ts';
import { forbidden } from '#app/http/errors.ts';
import { keepWhenOffline, useAnswer } from '#app/http/keep-when-offline.ts';
import { today } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { viewerWhoMay } from '#app/record/guard.server.ts';
import { PlaceLinks } from '#app/subjects/components/place-links.tsx';
import type { Touches } from '#app/touches/touches.ts';
import { Card } from '#app/ui/card.tsx';
import { Page } from '#app/ui/page.tsx';
import { reviseFollowUp } from '../commands.server.ts';
import { FollowUpForm } from '../components/follow-up-form.tsx';
import { FollowUpMark } from '../components/follow-up-mark.tsx';
import { SettleButtons } from '../components/settle-buttons.tsx';
import { followUpRevisionForm } from '../follow-up-form.server.ts';
import { isApproach } from '../follow-up-line.ts';
import { FOLLOW_UP_EDIT } from '../follow-up-values.ts';
import { colleaguesNear, fieldPeople, isPlaced, peopleThere, touchesThere } from '../places.server.ts';
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
	const viewer = await viewerWhoMay(request, 'agree', 'followUp');
	const { followUp, units, stored } = await ownFollowUp(viewer, params.followUpId);
	const [people, contacts, touches, opened] = await Promise.all([
		fieldPeople(viewer, followUp.assignee),
		peopleThere(viewer, followUp, followUp.contact),
		touchesThere(viewer, followUp, (followUp.kind === 'visit' && followUp.dueOn) || undefined, followUp.id),
		openEdit(request, viewer, FOLLOW_UP_EDIT, { id: followUp.id, row: stored, label: stored.text }),
	]);
	return { ...opened, followUp, people, contacts, touches, units, today: today(), after: pageAfter(viewer, followUp) };
}

export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await viewerWhoMay(request, 'agree', 'followUp');
	const { followUp } = await ownFollowUp(viewer, params.followUpId);
	const { id } = followUp;
	return saveEdit(request, viewer, FOLLOW_UP_EDIT, {
		id,
		read: async () => (await ownFollowUp(viewer, id)).stored,
		schema: followUpRevisionForm({ kept: followUp.dueOn, isPlaced: isPlaced(followUp) }),
		save: async (changes) => {
			// A visit that is moved or becomes one asks anew; one that only gets other words was let through before.
			const isMoved = !isApproach(followUp) || changes.dueOn !== followUp.dueOn;
			if (isApproach(changes) && changes.dueOn && isMoved && !changes.goAheadReason) {
				const touches = await colleaguesNear(viewer, followUp, changes.dueOn, id);
				if (touches) return refused<{ touches: Touches }>({ goAheadReason: m.dialogues_guard_reason_missing() }, { touches }, 400);
			}
			return reviseFollowUp(viewer, id, changes);
		},
		page: pageAfter(viewer, followUp),
		flash: () => ({ key: 'follow_up_revised' }),
	});
}

export const clientAction = keepWhenOffline;

export default function EditFollowUp() {
	const { followUp, touches, after, ...opened } = useLoaderData<typeof loader>();
	const answer = useAnswer<typeof action>();
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
			<FollowUpForm {...opened} answer={answer} touches={answer?.touches ?? touches} standingDay={followUp.dueOn} cancel={after} />
		</Page>
	);
}
