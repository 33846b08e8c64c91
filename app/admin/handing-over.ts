import { m } from '#app/i18n/paraglide/messages.js';
import type { Heir } from './holdings.server.ts';
import { type Held, HOLDINGS, type Holding, holdingLabel, LEFT } from './holdings.ts';

/** What the form says of who goes on with what. */
export interface Choice {
	all?: string | undefined;
	apart: Partial<Record<Holding, string | undefined>>;
}

/** Who goes on with each kind held, left out where it stays; or the sentence that says what is missing or cannot be. */
export function heirsChosen(held: Held, { all, apart }: Choice, heirs: readonly Heir[]): Partial<Record<Holding, string>> | string {
	const chosen = HOLDINGS.filter((kind) => held[kind] > 0).map((kind) => ({ kind, to: apart[kind] ?? all }));
	if (chosen.some(({ to }) => !to)) return m.people_hand_missing();
	const taken = chosen.filter(({ to }) => to !== LEFT);
	const wrong = taken.filter(({ kind, to }) => !heirs.some((heir) => heir.id === to && heir.takes.includes(kind)));
	if (wrong.length > 0) {
		const name = heirs.find(({ id }) => id === wrong[0]?.to)?.name ?? '';
		return m.people_hand_cannot({ name, kinds: wrong.map(({ kind }) => holdingLabel[kind]()).join(', ') });
	}
	return Object.fromEntries(taken.map(({ kind, to }) => [kind, to]));
}
