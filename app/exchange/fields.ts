import { COMPANY_FIELDS } from '#app/companies/fields.ts';
import { importedIn } from '#app/record/field.ts';
import { fold } from '#db/fold.ts';

// Which column of a file means what: by its heading, in Danish and English.

/** Fields whose columns are read in a way of their own; the plain ones stand in the table of a firm's fields. */
const OWN = [
	'name',
	'tradeName',
	'alternativeName',
	'cvr',
	'pNumber',
	'identifier',
	'form',
	'status',
	'industryCode',
	'industryText',
	'isProtected',
	'headcount',
	'address',
	'addressMore',
	'street',
	'houseNumber',
	'houseNumberTo',
	'houseLetter',
	'floor',
	'door',
	'unit',
	'unitType',
	'postalCode',
	'postalPlace',
	'city',
	'district',
	'lat',
	'lon',
	'point',
	'geometry',
] as const;

export const PLAIN = importedIn(COMPANY_FIELDS);
export type PlainField = keyof typeof PLAIN;
/** Plain fields that are days. */
export const isDay = (field: PlainField): boolean => PLAIN[field].control.is === 'day';
// The names of a table of our own.
export const PLAIN_FIELDS = Object.keys(PLAIN) as PlainField[];

/** What a column can hold. `identifier` takes the heading as the register's name. */
export const FIELDS = [...OWN, ...PLAIN_FIELDS];
export type Field = (typeof OWN)[number] | PlainField;

/** Fields that several columns may share; their values are joined in the order of the file. */
export const JOINED: ReadonlySet<Field> = new Set(['industryText', 'identifier', 'alternativeName']);

// Compared without blanks, signs and case: "CVR-nr." is "cvrnr". The earlier of two is the one a row goes by.
const SYNONYMS: Record<(typeof OWN)[number], string> = {
	name: 'virksomhedsnavn firmanavn virksomhedensnavn navnpåvirksomhed virksomhednavn selskabsnavn firma virksomhed selskab kundenavn debitornavn kontonavn arbejdsgiver arbejdsgivernavn arbejdsgiversnavn juridisknavn virknavn companyname company businessname legalname accountname business organisation organisationsnavn organization navn navntekst navn1 name enhedsnavn kunde debitor',
	tradeName:
		'afdeling afdelingsnavn pnavn penhedsnavn penhedensnavn penhed produktionsenhed produktionsenhedsnavn produktionsenhedensnavn lokationsnavn stednavn butiksnavn tradename businesstradename tradingname dba sitename branch branchname forretningsnavn',
	alternativeName: 'binavn binavne alternativename alternativenames alias othernames',
	cvr: 'cvr cvrnr cvrnummer cvrno cvrnumber virksomhedenscvr virksomhedenscvrnr virksomhedenscvrnummer virksomhedensnr cvrsenr cvrsenummer cvrse senr senummer registrationnumber registernummer vatno vat vatnumber vatregno momsnr momsnummer momsregnr momsregistreringsnummer companynumber organisationsnummer orgnr',
	pNumber:
		'pnr pnummer pno pnumber penhedsnr penhedsnummer penhednr penhedensnummer produktionsenhedsnr produktionsenhedsnummer produktionsenhednr produktionsenhedensnummer produktionsnummer produktionsenheder penheder',
	identifier: '',
	form: 'virksomhedsform virksomhedsformkode selskabsform virksomhedsformkort ejerform juridiskform virkformkode virkformkort virksomhedsformtekst virkformtekst virkformtekstlang form selskabstype companyform legalform companytype',
	status: 'virksomhedsstatus status sammensatstatus virkstatus enhedsstatus companystatus',
	industryCode:
		'branchekode hovedbranchekode hovedbranche hovedbranchen branchenr brancheid branchekode1 virkbranchekode industrycode nace nacecode nacekode naicscode db07 db25 db07kode db25kode siccode',
	industryText:
		'branche branchetekst branchenavn branchebetegnelse branchebeskrivelse hovedbranchetekst hovedbranchetxt hovedbranchenavn industry industrytext businesstype businesssubtype sector sektor brancher erhverv',
	isProtected:
		'reklamebeskyttet reklamebeskyttelse reklamebeskyt reklamebesk reklamespærret beskyttet frabedtreklame robinson protected advertisingprotection isprotected',
	headcount:
		'antalansatte ansatte antalmedarbejdere medarbejdere medarbejderantal antalans antans antalansat ansat antalbeskæftigede beskæftigede antalmedarb ansattetotal ansatteialt erstmaanedsbeskaeftigelseantalansatte månedsbeskæftigelseantalansatte kvartalsbeskaeftigelseantalansatte aarsbeskaeftigelseantalansatte employees numberofemployees noofemployees headcount staff antalansatteinterval ansatteinterval antalansatteintervalkode intervalkodeantalansatte ansatteklasse ansattegruppe størrelsesklasse kvartalsbeskaeftigelseantalansatteinterval aarsbeskaeftigelseantalansatteinterval',
	address:
		'beliggenhedsadresse besøgsadresse adresse adressetekst fuldadresse adresselinje adresselinje1 adresse1 adr adr1 vejadresse gadeadresse forretningsadresse lokationsadresse arbejdsstedsadresse streetaddress fulladdress address address1 addressline1 businessaddress',
	addressMore: 'adresse2 adresselinje2 adr2 address2 addressline2',
	street: 'vejnavn vej gadenavn gade vejtekst adresseringsvejnavn streetname street',
	houseNumber: 'husnrfra husnummerfra husnr husnummer housenumber houseno streetnumber house hus nr',
	houseNumberTo: 'husnrtil husnummertil',
	houseLetter: 'bogstfra bogstavfra bogstav husbogstav litra houseletter',
	floor: 'etage etagebetegnelse sal floor',
	door: 'sidedør sidedoer dør dørbetegnelse side door',
	unit: 'unit suite lejlighed unitnumber enhed',
	unitType: 'unittype',
	postalCode: 'postnr postnummer postkode postalcode postcode zip zipcode',
	postalPlace: 'postnrby postnrogby postnummerby postnummerogby postby postnrbynavn postnrogbynavn postnrpostdistrikt postnrdistrikt zipcity',
	city: 'postdistrikt postdist postbynavn by city town bynavn postdistriktnavn',
	district: 'erhvervsområde område bydel distrikt localarea neighbourhood neighborhood district area businessdistrict kvarter',
	lat: 'lat latitude breddegrad wgs84lat wgs84breddegrad latwgs84 geolat koornord koordinatnord nordkoordinat utmnord utmn utmy etrs89nord nord northing ykoordinat ykoord y',
	lon: 'lon lng long longitude længdegrad wgs84lon wgs84lng wgs84længdegrad lonwgs84 geolng geolon koorøst koordinatøst østkoordinat utmøst utme utmx etrs89øst øst easting xkoordinat xkoord x',
	point: 'geopoint2d point geopoint koordinat koordinater koordinatsæt coordinates latlon latlng gps position',
	geometry: 'geom geometry geojson geometri wkt shape',
};

export const isPlain = (field: Field): field is PlainField => Object.hasOwn(PLAIN, field);

const key = (text: string) => fold(text).replaceAll(' ', '');

interface Known {
	field: Field;
	/** Of several headings for one field the lowest is the one a row goes by. */
	rank: number;
}

const BY_HEADING = new Map(
	FIELDS.flatMap((field) =>
		(isPlain(field) ? PLAIN[field].import.headings : SYNONYMS[field])
			.split(' ')
			.filter(Boolean)
			.map((word, rank): [string, Known] => [key(word), { field, rank }]),
	),
);

/** Ranks from here on are those of the address letters go to. */
export const SECOND_PLACE = 1_000;
for (const word of ['postadresse', 'fakturaadresse', 'mailingaddress']) BY_HEADING.set(word, { field: 'address', rank: SECOND_PLACE });

/** What registers put before the name of a field; what stands at the postal address comes after what stands at the visited one. */
const BEFORE: ReadonlyArray<readonly [string, number]> = [
	['beliggenhedsadresse', 0],
	['besoegsadresse', 0],
	['virksomhedens', 0],
	['virksomheds', 0],
	['virksomhed', 0],
	['virk', 0],
	['penheds', 0],
	['penhed', 0],
	['produktionsenhedens', 0],
	['produktionsenheds', 0],
	['arbejdsgivers', 0],
	['arbejdsgiver', 0],
	['arbejdsstedets', 0],
	['arbejdssteds', 0],
	['firma', 0],
	['firmaets', 0],
	['selskabets', 0],
	['kundens', 0],
	['company', 0],
	['business', 0],
	['postadresse', SECOND_PLACE],
	['faktura', SECOND_PLACE],
];
const BEHIND = ['officiel', 'kontaktoplysning', 'vaerdi', 'tekst', 'txt', 'virksomhed', 'virksomheden', 'firma'];
/** Words too short or too common to be known behind another. */
const NEVER_BEHIND: ReadonlySet<string> = new Set(['nr', 'id', 'x', 'y', 'form', 'status', 'enhed', 'side', 'vat', 'unit', 'type', 'navn1']);

/** The field a heading names, with its rank among others of the same; null where none is known. */
export function knownHeading(heading: string): Known | null {
	const word = key(heading.replace(/\s*[([][^)\]]*[)\]]\s*$/, '')) || key(heading);
	return BY_HEADING.get(key(heading)) ?? BY_HEADING.get(word) ?? affixed(word);
}

function affixed(word: string): Known | null {
	for (const [before, more] of BEFORE) {
		if (!word.startsWith(before)) continue;
		const rest = word.slice(before.length);
		const known = NEVER_BEHIND.has(rest) ? undefined : (BY_HEADING.get(rest) ?? shortened(rest));
		if (known) return { ...known, rank: known.rank + 100 + more };
	}
	return shortened(word) ?? null;
}

function shortened(word: string): Known | undefined {
	const behind = BEHIND.find((one) => word.endsWith(one));
	const rest = behind && word.slice(0, -behind.length);
	return rest && !NEVER_BEHIND.has(rest) ? BY_HEADING.get(rest) : undefined;
}

/** The field a heading names, or null. "CVR-nr." → cvr, "NumberofEmployees" → headcount, "VEJNAVN_OFFICIEL" → street. */
export const fieldOfHeading = (heading: string): Field | null => knownHeading(heading)?.field ?? null;

export const isField = (text: string): text is Field => FIELDS.some((field) => field === text);
