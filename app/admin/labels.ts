import { m } from '#app/i18n/paraglide/messages.js';
import type { PersonState } from './people.ts';

const LABELS: Record<PersonState, () => string> = {
	active: () => m.people_state_active(),
	invited: () => m.people_state_invited(),
	disabled: () => m.people_state_disabled(),
};

export const stateLabel = (state: PersonState): string => LABELS[state]();
