import type { Barrier, Horizon, LandownerKind } from '#db/vocabulary.ts';

// Invented owners and what they say of their land.

/** Owners that are no firms. */
export const OWNERS: ReadonlyArray<readonly [name: string, kind: LandownerKind]> = [
	['Prøvekommunen, Ejendomme', 'public_body'],
	['Region Skitse, Ejendomsdrift', 'public_body'],
	['Grundejerforeningen Spånvangen', 'association'],
	['Grundejerlauget Rampevej', 'association'],
	['Kontorfællesskabet Hypotesens Ejerforening', 'association'],
	['Kulissefonden', 'fund'],
	['Den Opdigtede Erhvervsfond', 'fund'],
	['Holger Attrapsen', 'person'],
	['Karen og Finn Sagnlund', 'person'],
	['Inger Skrønegaard', 'person'],
	['Boet efter Otto Fabelholm', 'person'],
	['Svend Teoridal', 'person'],
	['Birthe Kladdeholt', 'person'],
	['Jørgen Paradigmann', 'person'],
];

export const USES = ['Lager', 'Produktion', 'Kontor', 'Værksted', 'Engroshandel', 'Blandet erhverv', 'Parkering', 'Ubebygget'] as const;

/** Ejerlav of the districts, by slug: their names and codes are the land register's. */
export const CADASTRAL_DISTRICTS: Readonly<Record<string, string>> = {
	ejby: '20451',
	'hvissinge-tavleholm-nord': '20453',
	'glostrup-sydvest': '20452',
	bymidten: '20452',
	kirkebjerg: '20452',
	rangerarealet: '20451',
};

/** What an owner says at a meeting, and the position that lies in it. */
export interface Position {
	text: string;
	level: 1 | 2 | 3 | 4 | 5;
	horizon: Horizon | null;
	barriers: readonly Barrier[];
	task: string;
	promise: string;
	assessment?: string;
}

export const POSITIONS: readonly Position[] = [
	{
		text: 'Ejer vil ikke tale om omdannelse, så længe lejekontrakterne løber. Huset er fuldt udlejet, og der er ingen grund til at røre ved det.',
		level: 1,
		horizon: 'hold',
		barriers: ['leases'],
		task: 'Ring igen, når kontrakterne udløber',
		promise: 'Sende udviklingsplanen for området',
		assessment: 'Afventer, hvad naboen gør. Prisen er det egentlige spørgsmål.',
	},
	{
		text: 'Tøver. Frygter, at jorden er forurenet efter den gamle galvanisering, og at oprydningen æder gevinsten. Vil se en undersøgelse først.',
		level: 2,
		horizon: 'undecided',
		barriers: ['soil', 'finance'],
		task: 'Find de gamle jordprøver frem',
		promise: 'Undersøge, hvem der betaler for jordprøver',
		assessment: 'Kan flyttes til interesse, hvis oprydningen deles mellem naboerne.',
	},
	{
		text: 'Åben over for blandet byggeri, men vil ikke være den første. Spørger, hvad de andre ejere på vejen siger, og om der kommer en samlet plan.',
		level: 3,
		horizon: 'undecided',
		barriers: ['neighbours', 'planning'],
		task: 'Indkald naboerne til et fælles møde',
		promise: 'Fortælle, hvad de andre ejere svarer',
	},
	{
		text: 'Ser gerne kontorer og laboratorier i stedet for lager. Støjen fra vejen er en bekymring, og parkeringen skal løses for lejerne i mellemtiden.',
		level: 4,
		horizon: 'develop',
		barriers: ['noise', 'parking'],
		task: 'Send støjkortet for vejen',
		promise: 'Sætte i kontakt med en planlægger',
		assessment: 'Reel bygherre. Har finansieringen i orden og har bygget før.',
	},
	{
		text: 'Vil i gang. Har en arkitekt på skitser til 6.000 m² og beder om et forhåndsmøde om lokalplanen inden sommer.',
		level: 5,
		horizon: 'develop',
		barriers: ['planning'],
		task: 'Aftal forhåndsmøde om lokalplan',
		promise: 'Give svar på tidsplanen for lokalplanen',
	},
	{
		text: 'Overvejer at sælge, når generationsskiftet er på plads. Vil hellere sælge til nogen, der udvikler, end til en, der bare lejer ud.',
		level: 3,
		horizon: 'sell',
		barriers: ['finance'],
		task: 'Hør til generationsskiftet',
		promise: 'Nævne interesserede købere, når det er tid',
		assessment: 'Salg inden for to år er sandsynligt.',
	},
];
