import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { attachmentsOf } from '#app/attachments/commands.server.ts';
import { AttachmentSection } from '#app/attachments/components/attachment-list.tsx';
import { formatDayLong, named } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { issuesOf } from '#app/issues/queries.server.ts';
import { needsOf } from '#app/needs/queries.server.ts';
import { paths } from '#app/paths.ts';
import { viewerWhoMay } from '#app/record/guard.server.ts';
import { isFavourite, noteOpened } from '#app/search/favourites.server.ts';
import { stancesOf } from '#app/stances/queries.server.ts';
import { channelLabel } from '#app/touches/labels.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Button } from '#app/ui/button.tsx';
import { Columns } from '#app/ui/columns.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { Section } from '#app/ui/page.tsx';
import { RecordPage } from '#app/ui/record-head.tsx';
import { RecordDeeds } from '#app/upkeep/components/record-deeds.tsx';
import { FollowUpsOfTalk } from '../components/follow-ups-of-talk.tsx';
import { NextStepNotice } from '../components/next-step-notice.tsx';
import { TalkFootnote, talkFacts } from '../components/talk-facts.tsx';
import { TalkYield } from '../components/talk-yield.tsx';
import { Subjects, Withheld } from '../components/timeline.tsx';
import { goalLabel } from '../components/topics-and-goals.tsx';
import { dialogueFor, type TalkInFull } from '../queries.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: `${data ? titleOf(data.talk) : m.dialogues_list_title()} · ${m.shell_product()}` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await viewerWhoMay(request, 'see', 'dialogue');
	const talk = await dialogueFor(viewer, params.dialogueId);
	const scope = { dialogueId: talk.id };
	noteOpened(viewer, 'dialogue', talk.id);
	const [needs, stances, issues, files, isStarred] = await Promise.all([
		needsOf(viewer, scope),
		stancesOf(viewer, scope),
		issuesOf(viewer, scope),
		// A file says what the note says.
		talk.isNoteReadable ? attachmentsOf(viewer, talk.id) : [],
		isFavourite(viewer, 'dialogue', talk.id),
	]);
	return { talk, needs, stances, issues, files, isStarred };
}

function titleOf({ subjects, channel, heldOn }: Pick<TalkInFull, 'subjects' | 'channel' | 'heldOn'>): string {
	const firm = subjects[0]?.name;
	return firm ? m.dialogues_show_title({ channel: channelLabel(channel), firm }) : m.dialogues_show_title_plain({ day: formatDayLong(heldOn) });
}

export default function Dialogue() {
	const { talk, needs, stances, issues, files, isStarred } = useLoaderData<typeof loader>();
	return (
		<RecordPage
			title={titleOf(talk)}
			back={{ to: paths.dialogues(), label: m.dialogues_show_back() }}
			deeds={<Deeds talk={talk} isStarred={isStarred} />}
			badges={
				<>
					<Subjects subjects={talk.subjects} />
					{talk.confidentiality === 'confidential' && (
						<Badge tone="warning" icon="lock">
							{m.dialogues_confidential()}
						</Badge>
					)}
				</>
			}
			facts={talkFacts(talk)}
		>
			<NextStepNotice talk={talk} />
			<Columns side={<AttachmentSection dialogueId={talk.id} files={files} mayAttach={talk.isRevisable} />}>
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
				<TalkYield needs={needs} stances={stances} issues={issues} mayRevise={talk.isRevisable} />
				<TalkFootnote talk={talk} />
			</Columns>
		</RecordPage>
	);
}

function Prose({ text }: { text: string | null }) {
	return text ? <p className="max-w-prose whitespace-pre-line text-lg">{text}</p> : <p className="text-muted">{m.dialogues_no_note()}</p>;
}

function Deeds({ talk, isStarred }: { talk: Pick<TalkInFull, 'id' | 'isRevisable' | 'isWithdrawable'>; isStarred: boolean }) {
	return (
		<RecordDeeds
			{...{ kind: 'dialogue', id: talk.id, name: m.dialogues_show_menu(), isStarred, mayArchive: false, hasMenu: talk.isRevisable }}
			edit={talk.isRevisable && paths.editDialogue(talk.id)}
		>
			{talk.isWithdrawable && (
				<Form method="post" action={paths.dialogueWithdrawal(talk.id)}>
					<Button variant="quiet" icon="undo">
						{m.dialogues_show_withdraw()}
					</Button>
				</Form>
			)}
		</RecordDeeds>
	);
}
