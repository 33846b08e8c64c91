export interface Shortcut {
	keys: string;
	label: string;
	/** Null opens the palette. */
	to: string | null;
}
