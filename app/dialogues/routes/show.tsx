import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { can } from '#app/auth/policy.ts';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { forbidden } from '#app/http/errors.ts';
import { formatDayLong, formatMoment, named } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { Facts, Page, Section } from '#app/ui/page.tsx';
import { FollowUpsOfTalk } from '../components/follow-ups-of-talk.tsx';
import { Subjects, Withheld } from '../components/timeline.tsx';
import { goalLabel } from '../components/topics-and-goals.tsx';
import { channelLabel, reasonLabel } from '../labels.ts';
import { dialogueFor, type TalkInFull } from '../queries.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: `${data ? titleOf(data.talk) : m.dialogues_list_title()} · ${m.shell_product()}` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	if (!can(viewer, 'see', 'dialogue')) throw forbidden();
	return { talk: await dialogueFor(viewer, params.dialogueId) };
}

function titleOf({ subjects, channel, heldOn }: Pick<TalkInFull, 'subjects' | 'channel' | 'heldOn'>): string {
	const firm = subjects[0]?.name;
	return firm ? m.dialogues_show_title({ channel: channelLabel(channel), firm }) : m.dialogues_show_title_plain({ day: formatDayLong(heldOn) });
}

export default function Dialogue() {
	const { talk } = useLoaderData<typeof loader>();
	const isRevised = talk.updatedAt.getTime() !== talk.createdAt.getTime();
	return (
		<Page
			title={titleOf(talk)}
			back={{ to: paths.dialogues(), label: m.dialogues_show_back() }}
			actions={<Deeds talk={talk} />}
			meta={
				<>
					<span>{[formatDayLong(talk.heldOn), talk.heldAtTime].filter(Boolean).join(', ')}</span>
					<Subjects subjects={talk.subjects} />
					{talk.confidentiality === 'confidential' && (
						<Badge tone="warning" icon="lock">
							{m.dialogues_confidential()}
						</Badge>
					)}
				</>
			}
		>
			<Section title={m.dialogues_show_note()}>
				{talk.isNoteReadable ? <Prose text={talk.note} /> : <Withheld unit={talk.unit.name} />}
				{(talk.topics.length > 0 || talk.goals.length > 0) && (
					<div className="mt-3 flex flex-wrap gap-1.5">
						{talk.topics.map((topic) => (
							<Badge key={topic.id}>{named(topic)}</Badge>
						))}
						{talk.goals.map((goal) => (
							<Badge key={goal.id} tone="accent" icon="flag">
								{goalLabel(goal)}
							</Badge>
						))}
					</div>
				)}
			</Section>
			{talk.isAssessmentReadable && talk.assessment && (
				<Section title={m.dialogues_assessment()}>
					<div className="rounded-lg border border-line bg-well px-4 py-3">
						<p className="mb-1.5 inline-flex items-center gap-1.5 text-muted text-sm">
							<Icon name="lock" size={14} />
							{m.dialogues_assessment_readers({ unit: talk.unit.name })}
						</p>
						<Prose text={talk.assessment} />
					</div>
				</Section>
			)}
			<FollowUpsOfTalk talk={talk} />
			<Section title={m.dialogues_show_facts()}>
				<Facts
					items={[
						{ label: m.dialogues_channel(), value: channelLabel(talk.channel) },
						{ label: m.dialogues_show_who(), value: `${talk.author.name}, ${talk.unit.name}` },
						...(talk.confidentialityReason ? [{ label: m.dialogues_show_reason(), value: reasonLabel(talk.confidentialityReason) }] : []),
					]}
				/>
				<p className="mt-3 text-muted text-sm">
					{m.dialogues_show_logged_at({ at: formatMoment(talk.createdAt) })}
					{isRevised && `, ${m.dialogues_show_revised_at({ at: formatMoment(talk.updatedAt) })}`}
				</p>
			</Section>
		</Page>
	);
}

function Prose({ text }: { text: string | null }) {
	return text ? <p className="max-w-prose whitespace-pre-line text-lg">{text}</p> : <p className="text-muted">{m.dialogues_no_note()}</p>;
}

function Deeds({ talk }: { talk: Pick<TalkInFull, 'id' | 'isRevisable' | 'isWithdrawable'> }) {
	return (
		<>
			{talk.isRevisable && (
				<ButtonLink to={paths.editDialogue(talk.id)} icon="edit">
					{m.dialogues_show_edit()}
				</ButtonLink>
			)}
			{talk.isWithdrawable && (
				<Form method="post" action={paths.dialogueWithdrawal(talk.id)}>
					<Button variant="quiet" icon="undo">
						{m.dialogues_show_withdraw()}
					</Button>
				</Form>
			)}
		</>
	);
}
