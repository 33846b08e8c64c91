import { m } from '#app/i18n/paraglide/messages.js';
import { BARRIERS, type Barrier, HORIZONS, type Horizon } from '#db/vocabulary.ts';

// Owners' positions in words. Browser-safe.

const LEVELS = [
	() => m.dialogues_stance_level_1(),
	() => m.dialogues_stance_level_2(),
	() => m.dialogues_stance_level_3(),
	() => m.dialogues_stance_level_4(),
	() => m.dialogues_stance_level_5(),
] as const;

/** 1 "imod" … 5 "ønsker det". */
export const stanceLabel = (level: number): string => LEVELS[level - 1]?.() ?? '';
/** The figure goes along: it is what the scale is called by. */
export const stanceOptions = () => LEVELS.map((label, at) => ({ value: String(at + 1), label: `${at + 1} ${label()}` }));

const HORIZON: Record<Horizon, () => string> = {
	sell: () => m.dialogues_horizon_sell(),
	hold: () => m.dialogues_horizon_hold(),
	develop: () => m.dialogues_horizon_develop(),
	undecided: () => m.dialogues_horizon_undecided(),
};
export const horizonLabel = (horizon: Horizon): string => HORIZON[horizon]();
export const horizonOptions = () => HORIZONS.map((value) => ({ value, label: horizonLabel(value) }));

const BARRIER: Record<Barrier, () => string> = {
	soil: () => m.dialogues_barrier_soil(),
	noise: () => m.dialogues_barrier_noise(),
	parking: () => m.dialogues_barrier_parking(),
	heritage: () => m.dialogues_barrier_heritage(),
	leases: () => m.dialogues_barrier_leases(),
	finance: () => m.dialogues_barrier_finance(),
	planning: () => m.dialogues_barrier_planning(),
	neighbours: () => m.dialogues_barrier_neighbours(),
};
/** A barrier as stored; a word no longer on the list stands for itself. */
export const barrierLabel = (key: string): string => {
	const barrier = BARRIERS.find((one) => one === key);
	return barrier ? BARRIER[barrier]() : key;
};
export const barrierOptions = () => BARRIERS.map((value) => ({ value, label: barrierLabel(value) }));
