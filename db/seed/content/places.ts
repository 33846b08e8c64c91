import type { DISTRICT_COLOURS } from '#db/vocabulary.ts';

// The demo municipality's districts. The names are Glostrup's; outlines, streets and wording are invented.

export type Point = readonly [lon: number, lat: number];

export interface Street {
	name: string;
	from: Point;
	to: Point;
}

export interface Place {
	slug: string;
	name: string;
	colour: (typeof DISTRICT_COLOURS)[number];
	identity: string;
	/** Two-digit industries the district wants more of. */
	targets: string[];
	/** E-mail of the person responsible. */
	responsible: string;
	outline: readonly Point[];
	streets: readonly Street[];
}

export const OUTLINE_NOTE = 'Opdigtet omrids til demonstration';

export const PLACES: readonly Place[] = [
	{
		slug: 'ejby',
		name: 'Ejby',
		colour: 'teal',
		identity:
			'Her bliver ting til. Ejby samler produktion, værksteder og de ingeniører, der udvikler det, der laves på gulvet. Vi vil have flere virksomheder, der tegner og bygger under samme tag, og et område, hvor lærlinge er en fast del af hverdagen.',
		targets: ['25', '26', '28', '33', '71'],
		responsible: 'erhverv@distrikt.example',
		outline: [
			[12.42498, 55.69893],
			[12.42526, 55.7005],
			[12.42374, 55.70324],
			[12.41909, 55.70415],
			[12.415, 55.70449],
			[12.41128, 55.70437],
			[12.40791, 55.70282],
			[12.40715, 55.70034],
			[12.40748, 55.69805],
			[12.40751, 55.69609],
			[12.40864, 55.69432],
			[12.41235, 55.69314],
			[12.41582, 55.69233],
			[12.41844, 55.69309],
			[12.42357, 55.69414],
			[12.42481, 55.69639],
		],
		streets: [
			{ name: 'Spånvangen', from: [12.4094, 55.6955], to: [12.4232, 55.6962] },
			{ name: 'Støberigangen', from: [12.4088, 55.6988], to: [12.4236, 55.6996] },
			{ name: 'Mønstervej', from: [12.4095, 55.7022], to: [12.4222, 55.7026] },
			{ name: 'Ambolten', from: [12.4158, 55.6937], to: [12.4152, 55.7036] },
		],
	},
	{
		slug: 'hvissinge-tavleholm-nord',
		name: 'Hvissinge/Tavleholm Nord',
		colour: 'violet',
		identity:
			'Laboratorier og kontorer mellem træerne. Området skal være stedet, hvor life science og teknisk rådgivning finder roligt naboskab, korte veje til hospitalet og fælles faciliteter, som den enkelte ikke selv kan bygge.',
		targets: ['21', '26', '62', '71', '72'],
		responsible: 'sofie.skitsegaard@distrikt.example',
		outline: [
			[12.40455, 55.69448],
			[12.40409, 55.69608],
			[12.40297, 55.69915],
			[12.40029, 55.6993],
			[12.39863, 55.69918],
			[12.39577, 55.69931],
			[12.39353, 55.69774],
			[12.3936, 55.69557],
			[12.39281, 55.69335],
			[12.39393, 55.69077],
			[12.39586, 55.68922],
			[12.39837, 55.68886],
			[12.4002, 55.68902],
			[12.40341, 55.68951],
			[12.40444, 55.69173],
		],
		streets: [
			{ name: 'Kolbevej', from: [12.3948, 55.6917], to: [12.4032, 55.6912] },
			{ name: 'Hypotesen', from: [12.3942, 55.6944], to: [12.4035, 55.6948] },
			{ name: 'Forsøgsparken', from: [12.3952, 55.6972], to: [12.4021, 55.6977] },
		],
	},
	{
		slug: 'glostrup-sydvest',
		name: 'Glostrup Sydvest',
		colour: 'orange',
		identity:
			'Hovedstadens bagdør, holdt pænt. Glostrup Sydvest er logistik, engros og byggeri med direkte vej til motorvejen. Vi arbejder for færre tomme kørsler, grønnere drift og arbejdspladser, som også er åbne for dem uden lang uddannelse.',
		targets: ['43', '46', '49', '52'],
		responsible: 'erhverv@distrikt.example',
		outline: [
			[12.38699, 55.66587],
			[12.38615, 55.66731],
			[12.38504, 55.66936],
			[12.38153, 55.6698],
			[12.37934, 55.66978],
			[12.37554, 55.66931],
			[12.37345, 55.66823],
			[12.37256, 55.66691],
			[12.37282, 55.66497],
			[12.37334, 55.6632],
			[12.37575, 55.66234],
			[12.37911, 55.66221],
			[12.38157, 55.66213],
			[12.38562, 55.66284],
			[12.3866, 55.66386],
		],
		streets: [
			{ name: 'Rampevej', from: [12.3742, 55.6639], to: [12.3856, 55.6641] },
			{ name: 'Pallestien', from: [12.3738, 55.666], to: [12.3859, 55.6661] },
			{ name: 'Læssevej', from: [12.3746, 55.6682], to: [12.3846, 55.6684] },
			{ name: 'Terminalgangen', from: [12.3797, 55.6632], to: [12.3794, 55.6691] },
		],
	},
	{
		slug: 'bymidten',
		name: 'Bymidten',
		colour: 'magenta',
		identity:
			'Butikker, klinikker og kontorer i gåafstand fra tog og letbane. Bymidten skal være et sted, man har ærinde hele dagen: handel i stueetagen, videnarbejde ovenpå og spisesteder, der også holder åbent, når kontorerne lukker.',
		targets: ['47', '56', '62', '69', '86'],
		responsible: 'sofie.skitsegaard@distrikt.example',
		outline: [
			[12.40448, 55.66875],
			[12.40425, 55.66955],
			[12.40242, 55.6711],
			[12.40045, 55.67153],
			[12.39761, 55.6714],
			[12.39449, 55.6711],
			[12.39265, 55.66973],
			[12.39234, 55.66832],
			[12.3928, 55.66729],
			[12.39447, 55.6659],
			[12.39729, 55.66594],
			[12.39945, 55.66598],
			[12.40276, 55.66625],
			[12.40389, 55.66717],
		],
		streets: [
			{ name: 'Kulissegade', from: [12.3942, 55.6674], to: [12.403, 55.6676] },
			{ name: 'Fortællertorvet', from: [12.3964, 55.6689], to: [12.3998, 55.669] },
			{ name: 'Billedgaden', from: [12.3941, 55.6698], to: [12.4031, 55.6699] },
			{ name: 'Skitsestræde', from: [12.3988, 55.6664], to: [12.3985, 55.6709] },
		],
	},
	{
		slug: 'kirkebjerg',
		name: 'Kirkebjerg',
		colour: 'green',
		identity:
			'Fra industri til by uden at miste virksomhederne. I Kirkebjerg skal boliger og erhverv lære at bo sammen: kreative fag, rådgivning og lette værksteder i de gamle haller, mens de støjende funktioner får tid og hjælp til at finde et nyt sted.',
		targets: ['58', '62', '71', '73', '74'],
		responsible: 'mathias.paafund@distrikt.example',
		outline: [
			[12.41382, 55.66401],
			[12.41359, 55.66598],
			[12.41196, 55.66726],
			[12.41058, 55.66748],
			[12.40812, 55.66746],
			[12.40635, 55.66656],
			[12.40588, 55.66549],
			[12.40618, 55.66364],
			[12.40684, 55.66178],
			[12.40825, 55.66136],
			[12.41044, 55.66101],
			[12.41204, 55.66145],
			[12.41366, 55.66282],
		],
		streets: [
			{ name: 'Farvergangen', from: [12.4072, 55.6631], to: [12.4126, 55.6632] },
			{ name: 'Forvandlingsvej', from: [12.407, 55.665], to: [12.4128, 55.6652] },
			{ name: 'Halmodellen', from: [12.4098, 55.662], to: [12.4096, 55.6668] },
		],
	},
	{
		slug: 'rangerarealet',
		name: 'Rangerarealet',
		colour: 'blue',
		identity:
			'Sporene ligger der endnu. Rangerarealet er byens største mulighed tæt på stationen: midlertidige værksteder og lagre i dag, og på sigt videnarbejdspladser langs banen. Vi tager én hal ad gangen og begynder med dem, der vil være med.',
		targets: ['62', '70', '71', '72'],
		responsible: 'mathias.paafund@distrikt.example',
		outline: [
			[12.40368, 55.66309],
			[12.4031, 55.66346],
			[12.40284, 55.66393],
			[12.39978, 55.66418],
			[12.39788, 55.66412],
			[12.39475, 55.66416],
			[12.3927, 55.66419],
			[12.38969, 55.66391],
			[12.38919, 55.66344],
			[12.38851, 55.66291],
			[12.38843, 55.66263],
			[12.39027, 55.66206],
			[12.39245, 55.6618],
			[12.39531, 55.66178],
			[12.39816, 55.66174],
			[12.39955, 55.66187],
			[12.4033, 55.66218],
			[12.40377, 55.66252],
		],
		streets: [
			{ name: 'Sporskiftet', from: [12.3902, 55.6626], to: [12.4024, 55.6627] },
			{ name: 'Remisen', from: [12.3906, 55.6635], to: [12.4022, 55.6636] },
		],
	},
];
