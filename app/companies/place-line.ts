interface Place {
	address: string | null;
	postalCode: string | null;
	city: string | null;
}

/** "Prøvevej 4, 2600 Glostrup"; what is missing falls out, nothing known is the empty text. */
export const placeLine = ({ address, postalCode, city }: Place): string =>
	[address, [postalCode, city].filter(Boolean).join(' ')].filter(Boolean).join(', ');
