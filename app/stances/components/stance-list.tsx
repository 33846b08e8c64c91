import { formatDay, named } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { Badge, type Tone } from '#app/ui/badge.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { Row, RowList } from '#app/ui/row-list.tsx';
import { barrierLabel, horizonLabel, stanceLabel } from '../labels.ts';
import type { StanceLine } from '../queries.server.ts';

interface StanceListProps {
	stances: readonly StanceLine[];
	/** Left out where the list stands on the owner's own page. */
	withOwner?: boolean;
	label?: string;
}

/** Where owners stand now, with the position before; of those another unit took down only that there is one. */
export function StanceList({ stances, withOwner = true, label = m.dialogues_stances() }: StanceListProps) {
	return (
		<RowList label={label}>
			{stances.map((stance) => (
				<Row
					key={stance.id}
					href={stance.dialogueId ? paths.dialogue(stance.dialogueId) : undefined}
					title={stance.property?.name ?? m.dialogues_stance_holding()}
					text={<Position stance={stance} />}
					meta={
						<>
							{withOwner && (
								<a
									href={paths.landowner(stance.owner.id)}
									className="relative z-10 inline-flex min-h-6 items-center gap-1 hover:text-text hover:underline"
								>
									<Icon name="account" size={13} />
									{stance.owner.name}
								</a>
							)}
							<span>{formatDay(stance.takenOn)}</span>
							{stance.position && <span>{stance.position.by}</span>}
							{stance.position?.horizon && <Badge>{horizonLabel(stance.position.horizon)}</Badge>}
							{stance.position?.barriers.map((barrier) => (
								<Badge key={barrier}>{barrierLabel(barrier)}</Badge>
							))}
						</>
					}
				/>
			))}
		</RowList>
	);
}

const TONE: readonly Tone[] = ['danger', 'warning', 'neutral', 'info', 'success'];

/** Where an owner stands; `isShort` leaves out how that came about. */
export function Position({ stance: { position, unitName }, isShort = false }: { stance: StanceLine; isShort?: boolean }) {
	if (!position)
		return (
			<span className="inline-flex items-start gap-1.5 text-muted">
				<Icon name="lock" size={14} className="mt-1" />
				{m.dialogues_stance_withheld({ unit: unitName })}
			</span>
		);
	return (
		<span className="flex flex-wrap items-center gap-x-2 gap-y-1">
			<Badge tone={TONE[position.level - 1] ?? 'neutral'}>
				{position.level} {stanceLabel(position.level)}
			</Badge>
			{!isShort && position.former && <Trend from={position.former.level} to={position.level} on={position.former.takenOn} />}
			<span>{position.topic ? named(position.topic) : m.dialogues_stance_topic_general()}</span>
		</span>
	);
}

/** Up, down or the same since the position before; the sentence carries it, the arrow is for the eye. */
function Trend({ from, to, on }: { from: number; to: number; on: string }) {
	const before = { level: from, words: stanceLabel(from), day: formatDay(on) };
	const sentence = to > from ? m.dialogues_stance_rose(before) : to < from ? m.dialogues_stance_fell(before) : m.dialogues_stance_same(before);
	return (
		<span className="text-muted text-sm">
			<span aria-hidden="true">{to > from ? '↗ ' : to < from ? '↘ ' : '→ '}</span>
			{sentence}
		</span>
	);
}
