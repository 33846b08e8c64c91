// What the notes need to know of a trade: where one stands when visiting, whom one meets, whom the firm looks for.

/** What a firm's day is like: goods and lorries, desks, customers from the street, or buildings let to others. */
export type Kind = 'industry' | 'office' | 'town' | 'owner';

export interface Trade {
	kind: Kind;
	/** Where one stands, with its preposition: "på værkstedet". */
	place: string;
	/** Whom the consultant talks to, definite. */
	contacts: readonly string[];
	/** People the firm lacks, plural. */
	jobs: readonly string[];
	/** Apprentices or trainees, plural. */
	apprentices: readonly string[];
	/** What the firm lives from, as in "flere ordrer på …". */
	goods: readonly string[];
}

const trade = (kind: Kind, place: string, contacts: string[], jobs: string[], apprentices: string[], goods: string[]): Trade => ({
	kind,
	place,
	contacts,
	jobs,
	apprentices,
	goods,
});

export const TRADES = {
	metal: trade(
		'industry',
		'på værkstedet',
		['værkføreren', 'direktøren', 'produktionschefen'],
		['klejnsmede', 'svejsere', 'CNC-operatører'],
		['smedelærlinge', 'industriteknikerlærlinge'],
		['rustfri rammer', 'stålkonstruktioner', 'drejede emner'],
	),
	machines: trade(
		'industry',
		'i produktionen',
		['fabrikschefen', 'direktøren', 'HR-chefen'],
		['industriteknikere', 'automatikteknikere', 'maskinmestre'],
		['automatikteknikerlærlinge', 'industriteknikerlærlinge'],
		['pakkelinjer', 'pumpeanlæg', 'specialmaskiner'],
	),
	electronics: trade(
		'industry',
		'i montagehallen',
		['den tekniske chef', 'direktøren', 'kvalitetschefen'],
		['elektronikingeniører', 'elektronikfagteknikere', 'testteknikere'],
		['elektronikfagteknikerlærlinge'],
		['måleudstyr', 'styringer', 'sensorer'],
	),
	food: trade(
		'industry',
		'i produktionskøkkenet',
		['driftslederen', 'ejeren', 'kvalitetschefen'],
		['bagere', 'procesoperatører', 'ernæringsassistenter'],
		['bagerlærlinge', 'ernæringsassistentelever'],
		['færdigretter', 'brød til kantiner', 'frokostordninger'],
	),
	building: trade(
		'industry',
		'på materialegården',
		['mesteren', 'ejeren', 'byggelederen'],
		['tømrere', 'murere', 'byggeledere'],
		['tømrerlærlinge', 'murerlærlinge'],
		['renoveringer', 'facader', 'tagarbejder'],
	),
	installation: trade(
		'industry',
		'på værkstedet',
		['mesteren', 'servicelederen', 'direktøren'],
		['elektrikere', 'vvs-montører', 'køleteknikere'],
		['elektrikerlærlinge', 'vvs-lærlinge'],
		['varmepumper', 'ladestandere', 'ventilation'],
	),
	cars: trade(
		'industry',
		'på værkstedet',
		['værkstedschefen', 'ejeren', 'kundemodtageren'],
		['personvognsmekanikere', 'pladesmede', 'autolakerere'],
		['mekanikerlærlinge', 'autolakererlærlinge'],
		['serviceaftaler', 'skadereparationer', 'elbiler'],
	),
	wholesale: trade(
		'industry',
		'på lageret',
		['lagerchefen', 'direktøren', 'indkøbschefen'],
		['lagermedarbejdere', 'truckførere', 'indkøbere'],
		['handelselever', 'lager- og terminalelever'],
		['beslag', 'arbejdstøj', 'køkkenudstyr'],
	),
	transport: trade(
		'industry',
		'på terminalen',
		['driftschefen', 'kørselslederen', 'vognmanden'],
		['chauffører', 'disponenter', 'terminalarbejdere'],
		['chaufførlærlinge', 'speditørelever'],
		['distribution', 'stykgods', 'temperaturreguleret kørsel'],
	),
	software: trade(
		'office',
		'på kontoret',
		['direktøren', 'udviklingschefen', 'partneren'],
		['softwareudviklere', 'dataingeniører', 'it-supportere'],
		['datateknikerelever', 'it-supporterelever'],
		['driftsaftaler', 'planlægningssystemer', 'integrationer'],
	),
	consulting: trade(
		'office',
		'på kontoret',
		['partneren', 'afdelingslederen', 'direktøren'],
		['ingeniører', 'projektledere', 'bygningskonstruktører'],
		['tekniske designere i lære', 'kontorelever'],
		['byggerådgivning', 'energiberegninger', 'tilsyn'],
	),
	advisers: trade(
		'office',
		'på kontoret',
		['partneren', 'kontorchefen', 'direktøren'],
		['revisorer', 'jurister', 'sekretærer'],
		['kontorelever', 'revisortrainees'],
		['rådgivning til små firmaer', 'regnskaber', 'generationsskifter'],
	),
	laboratory: trade(
		'office',
		'i laboratoriet',
		['laboratoriechefen', 'forskningschefen', 'HR-partneren'],
		['laboranter', 'procesteknologer', 'kemiingeniører'],
		['laborantelever', 'procesoperatørelever'],
		['analyser', 'testkit', 'medicinsk udstyr'],
	),
	shop: trade(
		'town',
		'i butikken',
		['butikschefen', 'ejeren', 'souschefen'],
		['salgsassistenter', 'butiksmedarbejdere', 'dekoratører'],
		['salgselever', 'detailelever'],
		['julehandlen', 'click & collect', 'lørdagshandlen'],
	),
	dining: trade(
		'town',
		'i køkkenet',
		['køkkenchefen', 'ejeren', 'restaurantchefen'],
		['kokke', 'tjenere', 'køkkenmedhjælpere'],
		['kokkeelever', 'tjenerelever'],
		['frokost', 'selskaber', 'take-away'],
	),
	service: trade(
		'office',
		'på kontoret',
		['driftslederen', 'ejeren', 'kvalitetslederen'],
		['rengøringsassistenter', 'teamledere', 'ejendomsserviceteknikere'],
		['serviceassistentelever', 'ejendomsserviceteknikerelever'],
		['kontorrengøring', 'viceværtsopgaver', 'vinduespolering'],
	),
	care: trade(
		'town',
		'på klinikken',
		['klinikchefen', 'ejeren', 'klinikkoordinatoren'],
		['klinikassistenter', 'fysioterapeuter', 'lægesekretærer'],
		['tandklinikassistentelever', 'lægesekretærelever'],
		['genoptræning', 'forebyggende eftersyn', 'sundhedstjek'],
	),
	design: trade(
		'office',
		'i studiet',
		['den kreative chef', 'partneren', 'ejeren'],
		['grafiske designere', 'projektledere', 'webudviklere'],
		['mediegrafikerelever', 'grafisk teknik-elever'],
		['udstillinger', 'kampagner', 'wayfinding'],
	),
	print: trade(
		'industry',
		'på trykkeriet',
		['produktionschefen', 'ejeren', 'salgschefen'],
		['grafiske teknikere', 'bogbindere', 'storformatoperatører'],
		['grafisk teknik-elever', 'mediegrafikerelever'],
		['emballageprøver', 'skilte', 'kataloger'],
	),
	recycling: trade(
		'industry',
		'på sorteringspladsen',
		['pladslederen', 'direktøren', 'miljøchefen'],
		['maskinførere', 'sorterere', 'chauffører'],
		['maskinførerelever', 'chaufførlærlinge'],
		['byggeaffald', 'metalskrot', 'genbrugstræ'],
	),
	property: trade(
		'owner',
		'på ejendomskontoret',
		['ejendomschefen', 'direktøren', 'porteføljechefen'],
		['ejendomsserviceteknikere', 'projektledere', 'driftsplanlæggere'],
		['ejendomsserviceteknikerelever', 'finanselever'],
		['udlejning', 'renovering af haller', 'nye lejemål'],
	),
	school: trade(
		'office',
		'i undervisningslokalerne',
		['lederen', 'kursuschefen', 'ejeren'],
		['kørelærere', 'undervisere', 'koordinatorer'],
		['kontorelever'],
		['truckkurser', 'svejsekurser', 'danskhold'],
	),
} satisfies Record<string, Trade>;

export type TradeKey = keyof typeof TRADES;
