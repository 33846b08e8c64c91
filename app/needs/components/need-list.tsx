import { formatDayShort, named } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { Badge, type Tone } from '#app/ui/badge.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { Row, RowList } from '#app/ui/row-list.tsx';
import type { NeedState } from '#db/vocabulary.ts';
import { certaintyLabel, levelLabel, needStateLabel } from '../labels.ts';
import type { NeedLine } from '../queries.server.ts';

interface NeedListProps {
	needs: readonly NeedLine[];
	today: string;
	/** Rows lead to their edit page; for others, and where the wording is closed, to the talk they were named in. */
	mayRevise: boolean;
	/** Left out where the list stands on the firm's own page. */
	withCompany?: boolean;
	label?: string;
}

export const NEED_TONE: Record<NeedState, Tone> = { open: 'accent', met: 'success', dropped: 'neutral' };
const LINK = 'relative z-10 inline-flex min-h-6 items-center gap-1 hover:text-text hover:underline';

/** What firms lack, each with how many, how good and by when. */
export function NeedList({ needs, today, mayRevise, withCompany = true, label = m.dialogues_needs() }: NeedListProps) {
	return (
		<RowList label={label}>
			{needs.map((need) => (
				<Row
					key={need.id}
					href={mayRevise && !need.isClosed ? paths.editNeed(need.id) : need.dialogueId ? paths.dialogue(need.dialogueId) : undefined}
					title={need.wording}
					meta={
						<>
							<NeedFacts need={need} today={today} />
							{withCompany && (
								<a href={paths.company(need.company.id)} className={LINK}>
									<Icon name="company" size={13} />
									{need.company.name}
								</a>
							)}
							{withCompany && need.districtName && <span>{need.districtName}</span>}
						</>
					}
				/>
			))}
		</RowList>
	);
}

/** How many, how good, how sure, and the skill where the wording is another, in a run. */
export const figuresOf = ({
	people,
	level,
	certainty,
	skill,
	wording,
}: Pick<NeedLine, 'people' | 'level' | 'certainty' | 'skill' | 'wording'>): string =>
	[
		people !== null && m.dialogues_need_people_count({ count: people }),
		level !== null && levelLabel(level),
		certaintyLabel(certainty),
		skill && named(skill) !== wording && named(skill),
	]
		.filter(Boolean)
		.join(' · ');

/** One need's figures in a run. */
export function NeedFacts({ need, today }: { need: NeedLine; today: string }) {
	const { byOn, state } = need;
	const isLate = state === 'open' && byOn !== null && byOn < today;
	return (
		<>
			{state !== 'open' && <Badge tone={NEED_TONE[state]}>{needStateLabel(state)}</Badge>}
			{byOn && (
				<Badge tone={isLate ? 'warning' : 'neutral'} icon="calendar">
					{m.dialogues_need_by_day({ day: formatDayShort(byOn, today) })}
				</Badge>
			)}
			<span>{figuresOf(need)}</span>
		</>
	);
}
