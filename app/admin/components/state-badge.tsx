import { Badge, type Tone } from '#app/ui/badge.tsx';
import { stateLabel } from '../labels.ts';
import type { PersonState } from '../people.ts';

const TONES: Record<PersonState, Tone> = { active: 'success', invited: 'info', disabled: 'neutral' };

export function StateBadge({ state }: { state: PersonState }) {
	return <Badge tone={TONES[state]}>{stateLabel(state)}</Badge>;
}
