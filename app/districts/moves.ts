/** How many sites a new outline brings into a district and takes out of it. */
export interface Moves {
	into: number;
	out: number;
}

/** What the confirming button sends: a yes to these very numbers, so that other numbers are asked again. */
export const confirmationOf = ({ into, out }: Moves): string => `${into}-${out}`;
