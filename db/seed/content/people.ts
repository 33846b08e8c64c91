import type { Role } from '#db/vocabulary.ts';

// Invented people of an invented administration; the addresses end in .example and reach nobody.

export const UNITS = { business: 'Erhvervsservice', employment: 'Beskæftigelse', management: 'Ledelse', digital: 'Digitalisering' } as const;
export type UnitKey = keyof typeof UNITS;

export interface Person {
	email: string;
	name: string;
	unit: UnitKey;
	role: Role;
	/** Signs in with the demo password. */
	isDemo: boolean;
	/** Share of the unit's talks. */
	talks: number;
}

export const PEOPLE: readonly Person[] = [
	{ email: 'erhverv@distrikt.example', name: 'Astrid Prøvesen', unit: 'business', role: 'consultant', isDemo: true, talks: 5 },
	{ email: 'beskaeftigelse@distrikt.example', name: 'Jonas Eksempelholt', unit: 'employment', role: 'employment', isDemo: true, talks: 4 },
	{ email: 'leder@distrikt.example', name: 'Birgitte Modelgaard', unit: 'management', role: 'manager', isDemo: true, talks: 0 },
	{ email: 'admin@distrikt.example', name: 'Kasper Skabelon', unit: 'digital', role: 'administrator', isDemo: true, talks: 0 },
	{ email: 'sofie.skitsegaard@distrikt.example', name: 'Sofie Skitsegaard', unit: 'business', role: 'consultant', isDemo: false, talks: 4 },
	{ email: 'mathias.paafund@distrikt.example', name: 'Mathias Påfund', unit: 'business', role: 'consultant', isDemo: false, talks: 3 },
	{ email: 'line.fiktivsen@distrikt.example', name: 'Line Fiktivsen', unit: 'employment', role: 'employment', isDemo: false, talks: 3 },
	{ email: 'yusuf.eksempel@distrikt.example', name: 'Yusuf Eksempel', unit: 'employment', role: 'employment', isDemo: false, talks: 3 },
];
