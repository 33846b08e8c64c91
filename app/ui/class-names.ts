/** Class names side by side; what is false or missing falls out. */
export const classes = (...names: ReadonlyArray<string | false | null | undefined>): string => names.filter(Boolean).join(' ');
