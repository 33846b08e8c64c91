import type { CommitmentKind } from '#db/vocabulary.ts';
import type { TradeKey } from './trades.ts';

// Issues that come up again in talk after talk, what firms take part in, and the skills behind their words.

/** Title with {gade} and {område}; the topic it belongs to; what came of it, when it is settled. */
export const ISSUES: ReadonlyArray<readonly [title: string, topic: string, outcome: string | null]> = [
	['Tung trafik på {gade}', 'traffic', null],
	['Ulovlig parkering ved indkørslerne på {gade}', 'traffic', 'Afmærkning og skiltning er på plads.'],
	['Bussen kører ikke, når skiftet møder ind i {område}', 'traffic', null],
	['Manglende lys på stien bag {gade}', 'town_life', 'Der er sat to lamper op.'],
	['Ventetid på byggetilladelser i {område}', 'planning', null],
	['Skilte og facader: hvad må man i {område}?', 'identity', 'Vejledning er sendt til alle på vejen.'],
	['Strømmen rækker ikke til ladere på {gade}', 'green', null],
	['Regnvand i kældrene på {gade}', 'green', null],
	['Støj fra varelevering om natten på {gade}', 'town_life', null],
	['Ingen ledige lokaler over 500 m² i {område}', 'premises', null],
];

export const COMMITMENTS: ReadonlyArray<readonly [kind: CommitmentKind, weight: number, note: string | null]> = [
	['internships', 5, null],
	['internships', 2, 'Korte forløb, gerne med mentor'],
	['apprentices', 4, null],
	['small_jobs', 2, 'Formiddage'],
	['small_jobs', 1, null],
	['network', 3, 'Kommer til morgenmøderne'],
];

/** The word a firm uses, and the key of the skill it means; null = the list has none that fits. */
export const LACKED: Readonly<Partial<Record<TradeKey, ReadonlyArray<readonly [wording: string, skill: string | null]>>>> = {
	metal: [
		['Svejser, TIG', 'ind-svejs-tig'],
		['Klejnsmed', 'ind-smed'],
		['CNC-operatør', 'ind-cnc'],
	],
	machines: [
		['Industritekniker', 'ind-maskinbetjening'],
		['Automatiktekniker', 'el-automation'],
		['Montør', 'ind-montage'],
	],
	electronics: [
		['Elektronikfagtekniker', 'el-svagstroem'],
		['Tester', 'ind-kvalitet'],
	],
	installation: [
		['Elektriker', 'el-installation'],
		['VVS-montør', 'con-vvs'],
		['Varmepumpemontør', 'gr-varmepumper'],
	],
	cars: [['Mekaniker', 'ind-mekaniker']],
	school: [['Truckinstruktør', null]],
	recycling: [
		['Maskinfører', null],
		['Chauffør med C/E', 'lic-ce'],
	],
	property: [['Ejendomsservicetekniker', 'fac-ejendomsservice']],
};
/** Of the trades without words of their own. */
export const LACKED_ANYWHERE: ReadonlyArray<readonly [wording: string, skill: string | null]> = [
	['Kontorelev', 'off-sagsbehandling'],
	['Bogholder', 'off-bogholderi'],
	['Lagermedarbejder', 'log-pluk-pak'],
	['Medarbejder til kundeservice', 'ret-kundeservice'],
];
