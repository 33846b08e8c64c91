import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { fieldUnits } from '#app/auth/acting.ts';
import { placeAsked } from '#app/dialogues/place-asked.server.ts';
import { refused } from '#app/editing/answer.ts';
import { openNew, saveNew } from '#app/editing/new.server.ts';
import { keepWhenOffline, useAnswer } from '#app/http/keep-when-offline.ts';
import { formatDayShort, today } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { viewerWhoMay } from '#app/record/guard.server.ts';
import { PlaceLinks } from '#app/subjects/components/place-links.tsx';
import type { Touches } from '#app/touches/touches.ts';
import { Page } from '#app/ui/page.tsx';
import { FOLLOW_UP_KINDS } from '#db/vocabulary.ts';
import { agreeFollowUp } from '../commands.server.ts';
import { FollowUpForm } from '../components/follow-up-form.tsx';
import { followUpForm } from '../follow-up-form.server.ts';
import { isApproach } from '../follow-up-line.ts';
import { colleaguesNear, fieldPeople, isPlaced, type Place, peopleThere, touchesThere } from '../places.server.ts';

export const meta: MetaFunction = () => [{ title: `${m.dialogues_follow_up_new_title()} · ${m.shell_product()}` }];

export async function loader({ request }: LoaderFunctionArgs) {
	const viewer = await viewerWhoMay(request, 'agree', 'followUp');
	const asked = new URL(request.url).searchParams;
	const { contactId, ...place } = await placeAsked(viewer, asked);
	const label = place.company?.name ?? place.landowner?.name ?? null;
	const [people, contacts, touches, opened] = await Promise.all([
		fieldPeople(viewer),
		peopleThere(viewer, place),
		touchesThere(viewer, place),
		openNew(request, viewer, 'followUp', { label }),
	]);
	const wanted = FOLLOW_UP_KINDS.find((known) => known === asked.get('kind')) ?? 'task';
	const kind = wanted === 'visit' && !isPlaced(place) ? 'task' : wanted;
	// What follows from a talk is its unit's.
	const units = place.dialogueId ? [] : fieldUnits(viewer);
	const values = { kind, assigneeId: viewer.id, contactId, unitId: units[0]?.unitId ?? null };
	return { ...opened, place, people, contacts, touches, units, today: today(), values };
}

export async function action({ request }: ActionFunctionArgs) {
	const viewer = await viewerWhoMay(request, 'agree', 'followUp');
	const place = await placeAsked(viewer, new URL(request.url).searchParams);
	return saveNew(request, followUpForm({ isPlaced: isPlaced(place) }), async (input) => {
		if (isApproach(input) && input.dueOn && !input.goAheadReason) {
			const touches = await colleaguesNear(viewer, place, input.dueOn, input.id);
			if (touches) return refused<{ touches: Touches }>({ goAheadReason: m.dialogues_guard_reason_missing() }, { touches }, 400);
		}
		const { company, landowner, dialogueId } = place;
		const { kind, id } = await agreeFollowUp(viewer, { ...input, companyId: company?.id ?? null, landownerId: landowner?.id ?? null, dialogueId });
		const day = input.dueOn ? formatDayShort(input.dueOn, today()) : undefined;
		const key = input.kind === 'visit' ? 'visit_planned' : 'follow_up_agreed';
		return { kind, to: kind === 'saved' ? pageOf(place) : paths.editFollowUp(id), flash: { key, ...(day && { params: { day } }) } };
	});
}

export const clientAction = keepWhenOffline;

/** Where one came from: the talk, the firm, the owner, else my day. */
function pageOf({ company, landowner, dialogueId }: Place): string {
	if (dialogueId) return paths.dialogue(dialogueId);
	if (company) return paths.company(company.id);
	return landowner ? paths.landowner(landowner.id) : paths.myDay();
}

export default function NewFollowUp() {
	const { place, touches, ...opened } = useLoaderData<typeof loader>();
	const answer = useAnswer<typeof action>();
	const title = opened.values.kind === 'visit' ? m.dialogues_follow_up_new_visit() : m.dialogues_follow_up_new_title();
	return (
		<Page title={title} meta={<PlaceLinks place={place} />}>
			<FollowUpForm {...opened} answer={answer} touches={answer?.touches ?? touches} standingDay={null} cancel={pageOf(place)} />
		</Page>
	);
}
