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
	'street',
	'houseNumber',
	'houseLetter',
	'floor',
	'door',
	'unit',
	'unitType',
	'postalCode',
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

// Compared without blanks, signs and case: "CVR-nr." is "cvrnr".
const SYNONYMS: Record<(typeof OWN)[number], string> = {
	name: 'navn virksomhedsnavn virksomhed firma firmanavn selskab selskabsnavn navnpåvirksomhed name company companyname businessname business organisation organization legalname enhedsnavn virksomhedensnavn',
	tradeName:
		'afdeling afdelingsnavn pnavn penhedsnavn penhed produktionsenhed tradename businesstradename tradingname dba sitename branch branchname forretningsnavn',
	alternativeName: 'binavn binavne alternativename alternativenames alias othernames',
	cvr: 'cvr cvrnr cvrnummer cvrno cvrnumber virksomhedensnr registrationnumber registernummer vatno vat momsnr momsnummer companynumber',
	pNumber: 'pnr pnummer pno pnumber penhedsnr penhedsnummer produktionsenhedsnummer',
	identifier: '',
	form: 'virksomhedsform selskabsform form companyform legalform virksomhedsformkode',
	status: 'status virksomhedsstatus companystatus',
	industryCode: 'branchekode hovedbranche hovedbranchekode branchenr industrycode nace nacecode naicscode db07 db25 hovedbranchen',
	industryText: 'branche branchetekst branchenavn hovedbranchetekst industry industrytext businesstype businesssubtype sector sektor brancher',
	isProtected: 'reklamebeskyttet reklamebeskyttelse protected advertisingprotection isprotected',
	headcount: 'ansatte antalansatte antalmedarbejdere medarbejdere medarbejderantal employees numberofemployees headcount staff noofemployees ansat',
	address: 'adresse beliggenhedsadresse address streetaddress fulladdress gadeadresse postadresse vejadresse',
	street: 'vej vejnavn gade gadenavn street streetname',
	houseNumber: 'husnr husnummer nr house housenumber houseno streetnumber husnummerfra',
	houseLetter: 'bogstav bogstavfra houseletter',
	floor: 'etage floor',
	door: 'dør side sidedør sidedoer door',
	unit: 'unit suite lejlighed unitnumber enhed',
	unitType: 'unittype',
	postalCode: 'postnr postnummer postkode postalcode postcode zip zipcode',
	city: 'by bynavn postdistrikt city town postby',
	district: 'område erhvervsområde bydel distrikt localarea neighbourhood neighborhood district area businessdistrict kvarter',
	lat: 'lat latitude breddegrad',
	lon: 'lon lng long longitude længdegrad',
	point: 'geopoint2d point geopoint koordinat koordinater coordinates latlon latlng position',
	geometry: 'geom geometry geojson geometri',
};

export const isPlain = (field: Field): field is PlainField => Object.hasOwn(PLAIN, field);

const key = (text: string) => fold(text).replaceAll(' ', '');
const BY_HEADING = new Map(
	FIELDS.flatMap((field) =>
		(isPlain(field) ? PLAIN[field].import.headings : SYNONYMS[field])
			.split(' ')
			.filter(Boolean)
			.map((word) => [key(word), field] as const),
	),
);

/** The field a heading names, or null. "CVR-nr." → cvr, "NumberofEmployees" → headcount. */
export const fieldOfHeading = (heading: string): Field | null => BY_HEADING.get(key(heading)) ?? null;

export const isField = (text: string): text is Field => FIELDS.some((field) => field === text);
