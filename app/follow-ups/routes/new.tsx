import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { fieldUnits } from '#app/auth/acting.ts';
import { can } from '#app/auth/policy.ts';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { placeAsked } from '#app/dialogues/place-asked.server.ts';
import { keptNew } from '#app/drafts/kept.server.ts';
import { forbidden } from '#app/http/errors.ts';
import { redirectWith } from '#app/http/flash.server.ts';
import { formOf } from '#app/http/form.server.ts';
import { keepWhenOffline, useAnswer } from '#app/http/keep-when-offline.ts';
import { submitted } from '#app/http/submission.server.ts';
import { formatDayShort, today } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { PlaceLinks } from '#app/subjects/components/place-links.tsx';
import { nearOnes } from '#app/touches/touches.ts';
import { Page } from '#app/ui/page.tsx';
import { newId } from '#db/new-id.ts';
import { FOLLOW_UP_KINDS } from '#db/vocabulary.ts';
import { agreeFollowUp } from '../commands.server.ts';
import { EarlierFollowUp } from '../components/earlier-follow-up.tsx';
import { FollowUpForm } from '../components/follow-up-form.tsx';
import { followUpForm } from '../follow-up-form.server.ts';
import { fieldPeople, isPlaced, type Place, peopleThere, touchesThere } from '../places.server.ts';

export const meta: MetaFunction = () => [{ title: `${m.dialogues_follow_up_new_title()} · ${m.shell_product()}` }];

export async function loader({ request }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	if (!can(viewer, 'agree', 'followUp')) throw forbidden();
	const asked = new URL(request.url).searchParams;
	const { contactId, ...place } = await placeAsked(viewer, asked);
	const label = place.company?.name ?? place.landowner?.name ?? null;
	const [people, contacts, touches, kept] = await Promise.all([
		fieldPeople(viewer),
		peopleThere(viewer, place),
		touchesThere(viewer, place),
		keptNew(request, viewer, { form: 'followUp', label }),
	]);
	const wanted = FOLLOW_UP_KINDS.find((known) => known === asked.get('kind')) ?? 'task';
	const kind = wanted === 'visit' && !isPlaced(place) ? 'task' : wanted;
	// What follows from a talk is its unit's.
	const units = place.dialogueId ? [] : fieldUnits(viewer);
	const values = { kind, assigneeId: viewer.id, contactId, unitId: units[0]?.unitId ?? null };
	return { kept, place, people, contacts, touches, units, today: today(), values };
}

export async function action({ request }: ActionFunctionArgs) {
	const viewer = await requireViewer(request);
	if (!can(viewer, 'agree', 'followUp')) throw forbidden();
	const place = await placeAsked(viewer, new URL(request.url).searchParams);
	const submission = submitted(await formOf(request), followUpForm({ isPlaced: isPlaced(place) }));
	if (submission.status !== 'success') return data({ result: submission.reply(), touches: null, earlier: null }, { status: 400 });
	const input = submission.value;
	if (input.kind === 'visit' && input.dueOn && !input.goAheadReason) {
		const touches = await touchesThere(viewer, place, input.dueOn, input.id);
		if (touches && nearOnes(touches).length > 0) {
			const result = submission.reply({ fieldErrors: { goAheadReason: [m.dialogues_guard_reason_missing()] } });
			return data({ result, touches, earlier: null }, { status: 400 });
		}
	}
	const { company, landowner, dialogueId } = place;
	const agreed = await agreeFollowUp(viewer, { ...input, companyId: company?.id ?? null, landownerId: landowner?.id ?? null, dialogueId });
	// A form sent before: once its writer has been told, one more save with the id given here is a follow-up of its own.
	if (agreed.state === 'differs') {
		return data({ result: submission.reply(), touches: null, earlier: { id: agreed.id, freshId: newId() } }, { status: 409 });
	}
	const day = input.dueOn ? formatDayShort(input.dueOn, today()) : undefined;
	const key = input.kind === 'visit' ? 'visit_planned' : 'follow_up_agreed';
	return redirectWith(request, pageOf(place), { key, ...(day && { params: { day } }) });
}

export const clientAction = keepWhenOffline;

/** Where one came from: the talk, the firm, the owner, else my day. */
function pageOf({ company, landowner, dialogueId }: Place): string {
	if (dialogueId) return paths.dialogue(dialogueId);
	if (company) return paths.company(company.id);
	return landowner ? paths.landowner(landowner.id) : paths.myDay();
}

export default function NewFollowUp() {
	const { kept, place, touches, values, ...given } = useLoaderData<typeof loader>();
	const answer = useAnswer<typeof action>();
	const posted = answer?.result.initialValue?.id;
	const id = answer?.earlier?.freshId ?? (typeof posted === 'string' ? posted : kept.recordId);
	return (
		<Page title={values.kind === 'visit' ? m.dialogues_follow_up_new_visit() : m.dialogues_follow_up_new_title()} meta={<PlaceLinks place={place} />}>
			{answer?.earlier && <EarlierFollowUp id={answer.earlier.id} />}
			<FollowUpForm
				{...given}
				values={values}
				touches={answer?.touches ?? touches}
				standingDay={null}
				kept={{ ...kept, ...(answer?.earlier && { recordId: answer.earlier.freshId, draft: null }) }}
				lastResult={answer?.result ?? kept.restored}
				head={<input type="hidden" name="id" value={id} />}
				cancel={pageOf(place)}
			/>
		</Page>
	);
}
