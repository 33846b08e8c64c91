import { formatDayShort, today } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { Notice } from '#app/ui/notice.tsx';
import { channelLabel } from '../labels.ts';
import type { Touch, Touches } from '../touches.ts';

/** So many of either kind are told; the timeline has the rest. */
const TOLD = 3;

/** Who else of the municipality was and will be there: said, never in the way. Nothing where nobody was. */
export function TouchNotice({ touches }: { touches: Pick<Touches, 'past' | 'planned'> }) {
	const { past, planned } = touches;
	if (past.length + planned.length === 0) return null;
	return (
		<div className="mb-4" data-touches>
			<Notice tone="info" title={m.dialogues_touch_title()}>
				<ul className="mt-0.5">
					{[...past.slice(0, TOLD).map(pastWords), ...nextOnes(planned).map(plannedWords)].map((words) => (
						<li key={words}>{words}</li>
					))}
				</ul>
			</Notice>
		</div>
	);
}

/** Visits to come before those whose day has passed. */
function nextOnes(planned: readonly Touch[]): Touch[] {
	const day = today();
	return [...planned.filter(({ on }) => on >= day), ...planned.filter(({ on }) => on < day).reverse()].slice(0, TOLD);
}

/** "Erhvervsservice var der tor. 12. nov. (Anna Prøvesen)". */
export function pastWords({ unit, on, person, channel }: Touch): string {
	const who = { unit: unit.name, day: formatDayShort(on, today()), person: person.name };
	if (channel === 'visit' || channel === 'landowner_meeting') return m.dialogues_touch_was(who);
	return m.dialogues_touch_contact({ ...who, channel: channelLabel(channel).toLowerCase() });
}

/** "Beskæftigelse kommer tor. 3. dec. (Bo Eksempelholt)". */
export function plannedWords({ unit, on, person }: Touch): string {
	const who = { unit: unit.name, day: formatDayShort(on, today()), person: person.name };
	return on < today() ? m.dialogues_touch_planned(who) : m.dialogues_touch_comes(who);
}
