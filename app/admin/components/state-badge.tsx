import { Badge, type Tone } from '#app/ui/badge.tsx';
import type { PersonState } from '../people.ts';
import { stateLabel } from '../state-label.ts';

const TONES: Record<PersonState, Tone> = { active: 'success', invited: 'info', disabled: 'neutral' };

export function StateBadge({ state }: { state: PersonState }) {
	return <Badge tone={TONES[state]}>{stateLabel(state)}</Badge>;
}
