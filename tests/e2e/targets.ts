/** What a task may cost: taps, typed and control keys, and seconds by the keystroke-level model, waiting included. */
export interface Target {
	taps: number;
	keys: number;
	seconds: number;
}

/** Set against the best of four products measured with the same content and formula. */
export const TARGETS = {
	/** A talk with a follow-up, with a firm one knows. */
	talk: { desk: { taps: 1, keys: 92, seconds: 34 }, phone: { taps: 5, keys: 82, seconds: 37 } },
	/** The same with a firm and a person nobody has met before. */
	newFirm: { desk: { taps: 1, keys: 122, seconds: 45 }, phone: { taps: 7, keys: 110, seconds: 50 } },
	/** Everything before a visit. */
	visit: { desk: { taps: 0, keys: 8, seconds: 6 }, phone: { taps: 2, keys: 5, seconds: 7.5 } },
	/** By a number. None was set for the phone; there the best product at a desk is the measure. */
	number: { desk: { taps: 0, keys: 11, seconds: 5 }, phone: { taps: 2, keys: 9, seconds: 7 } },
} as const satisfies Record<string, Record<'desk' | 'phone', Target>>;

/** What is typed, the same as in the products compared: sixty signs, sixteen, and a day. */
export const TYPED = {
	note: 'Talte om to lærlinge og mere plads til værkstedet i foråret.',
	task: 'Ring om lærlinge',
	day: '7/12',
	person: 'Mette Holm',
	phone: '41774037',
};
