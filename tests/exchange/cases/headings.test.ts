import { describe, expect, it } from 'vitest';
import { fieldOfHeading } from '#app/exchange/fields.ts';
import { notesOf, read, valuesOf } from './read.ts';

/** Headings of systems, and the field each names; what we have no field for is not listed. */
const SYSTEMS: Record<string, Record<string, string>> = {
	"the CVR register's own CSV of firms": {
		cvrnr: 'cvr',
		livsforloeb_startdato: 'foundedOn',
		livsforloeb_ophoersdato: 'ceasedOn',
		reklamebeskyttelse: 'isProtected',
		navn_tekst: 'name',
		beliggenhedsadresse_vejnavn: 'street',
		beliggenhedsadresse_husnummerFra: 'houseNumber',
		beliggenhedsadresse_husnummerTil: 'houseNumberTo',
		beliggenhedsadresse_bogstavFra: 'houseLetter',
		beliggenhedsadresse_etage: 'floor',
		beliggenhedsadresse_sidedoer: 'door',
		beliggenhedsadresse_postnr: 'postalCode',
		beliggenhedsadresse_postdistrikt: 'city',
		postadresse_vejnavn: 'street',
		postadresse_postnr: 'postalCode',
		virksomhedsform_kode: 'form',
		virksomhedsform_tekst: 'form',
		hovedbranche_kode: 'industryCode',
		hovedbranche_tekst: 'industryText',
		telefonnummer_kontaktoplysning: 'phone',
		email_kontaktoplysning: 'email',
		hjemmeside_kontaktoplysning: 'website',
		aarsbeskaeftigelse_antalAnsatte: 'headcount',
		aarsbeskaeftigelse_antalAnsatteInterval: 'headcount',
		kvartalsbeskaeftigelse_antalAnsatte: 'headcount',
		produktionsenheder: 'pNumber',
	},
	"the municipality's map database (LOIS)": {
		CVRNR: 'cvr',
		PNR: 'pNumber',
		NAVN: 'name',
		ADRESSE_OFFICIEL: 'address',
		VEJNAVN_OFFICIEL: 'street',
		HUSNR_FRA_OFFICIEL: 'houseNumber',
		BOGST_FRA_OFFICIEL: 'houseLetter',
		ETAGE_OFFICIEL: 'floor',
		SIDE_DOER_OFFICIEL: 'door',
		POSTNR_OFFICIEL: 'postalCode',
		POSTDIST_OFFICIEL: 'city',
		BRANCHE: 'industryText',
		ANT_ANS: 'headcount',
		VIRKFORM_TEKST_LANG: 'form',
		ENH_STARTDATO: 'foundedOn',
		KoorOest: 'lon',
		KoorNord: 'lat',
	},
	'lists of the job centre': {
		'Virksomhedens navn': 'name',
		'Virksomhedens CVR-nummer': 'cvr',
		'CVR-nummer': 'cvr',
		'P-nummer': 'pNumber',
		'Produktionsenhedens navn': 'tradeName',
		'P-enhedens navn': 'tradeName',
		Arbejdsgiver: 'name',
		'Arbejdsgivers adresse': 'address',
		'Arbejdsstedets postnr.': 'postalCode',
		'Postnr. og by': 'postalPlace',
		'Branche (hovedbranche)': 'industryText',
		'Antal ansatte': 'headcount',
		'Telefon, virksomhed': 'phone',
		'E-mail': 'email',
	},
	'the register of food businesses': {
		navn1: 'name',
		cvrnr: 'cvr',
		pnr: 'pNumber',
		brancheKode: 'industryCode',
		branche: 'industryText',
		adresse1: 'address',
		postnr: 'postalCode',
		By: 'city',
		Geo_Lng: 'lon',
		Geo_Lat: 'lat',
	},
	'e-conomic': {
		Navn: 'name',
		Adresse: 'address',
		'Postnr.': 'postalCode',
		By: 'city',
		'CVR-nr.': 'cvr',
		'P-nr.': 'pNumber',
		'E-mail': 'email',
		Telefon: 'phone',
		Mobiltelefon: 'phone',
		Hjemmeside: 'website',
	},
	C5: {
		Navn: 'name',
		'Adresse 1': 'address',
		'Adresse 2': 'addressMore',
		'Postnr/By': 'postalPlace',
		'SE-nr': 'cvr',
		'Momsnr.': 'cvr',
		Telefon: 'phone',
		'E-mail': 'email',
		Internet: 'website',
	},
	'spreadsheets of our own': {
		Firma: 'name',
		Kunde: 'name',
		'Firma navn': 'name',
		Virksomhed: 'name',
		'CVR nr': 'cvr',
		'Cvr.nr.': 'cvr',
		'P-nr': 'pNumber',
		'P nummer': 'pNumber',
		Vej: 'street',
		'Hus nr.': 'houseNumber',
		Sal: 'floor',
		'Post nr.': 'postalCode',
		'Postnr & by': 'postalPlace',
		'Tlf.': 'phone',
		'Tlf nr': 'phone',
		'Mobil nr.': 'phone',
		Mail: 'email',
		'e-mail adresse': 'email',
		WWW: 'website',
		Web: 'website',
		Område: 'district',
		Bydel: 'district',
		Medarbejdere: 'headcount',
		'Ant. medarb.': 'headcount',
		'Antal medarbejdere': 'headcount',
		'Ansatte (antal)': 'headcount',
		Etableret: 'foundedOn',
		Stiftelsesdato: 'foundedOn',
		'Ophørt dato': 'ceasedOn',
		Reklamebeskyttet: 'isProtected',
		'Reklamebesk.': 'isProtected',
		Selskabsform: 'form',
		Ejerform: 'form',
		Branchebetegnelse: 'industryText',
		'UTM X': 'lon',
		'UTM Y': 'lat',
		Breddegrad: 'lat',
		Længdegrad: 'lon',
	},
	'English systems': {
		'Company Name': 'name',
		'Account Name': 'name',
		'VAT Number': 'cvr',
		'Business Phone': 'phone',
		'E-mail Address': 'email',
		'Web Page': 'website',
		'Business Street': 'street',
		'Business City': 'city',
		'Business Postal Code': 'postalCode',
		'Number of Employees': 'headcount',
		Latitude: 'lat',
		Longitude: 'lon',
	},
};

describe('headings', () => {
	it.each(Object.entries(SYSTEMS))('of %s are understood, nine of ten at least', (_, headings) => {
		const wrong = Object.entries(headings).filter(([heading, field]) => fieldOfHeading(heading) !== field);
		expect(wrong.length / Object.keys(headings).length, JSON.stringify(wrong)).toBeLessThanOrEqual(0.1);
	});

	it.each([
		'Kundenr',
		'Kundegruppe',
		'Kontaktperson',
		'Stilling',
		'Telefax',
		'Fax',
		'EAN-nr.',
		'Areal',
		'Kommune',
		'Region',
		'Bemærkninger',
		'Saldo',
		'Land',
		'navn_gyldigFra',
		'bibranche1_kode',
		'Momszone',
	])('%s is none of ours', (heading) => {
		expect(fieldOfHeading(heading)).toBeNull();
	});
});

describe('false friends are told by what stands under them', () => {
	const mapped = (csv: string) => read(csv).mapping;

	it('"Nr." counts the rows, or numbers the houses of a street', () => {
		expect(mapped('Nr.;Navn;Vejnavn;Husnr.\n1;A;Vej;12\n2;B;Vej;14\n')).toEqual({ Navn: 'name', Vejnavn: 'street', 'Husnr.': 'houseNumber' });
		expect(mapped('Nr.;Navn;Vejnavn\n7;A;Vej\n8;B;Vej\n9;C;Vej\n')).not.toHaveProperty(['Nr.']);
		expect(mapped('Navn;Vejnavn;Nr.\nA;Vej;12\nB;Vej;3\nC;Vej;44\n')).toHaveProperty(['Nr.'], 'houseNumber');
		expect(mapped('Nr.;Navn;Adresse\n4;A;Vej 1\n17;B;Vej 2\n')).not.toHaveProperty(['Nr.']);
	});

	it('"Oprettet" is a firm\'s beginning in a register, and the day of typing in a customer system', () => {
		expect(mapped('Navn;Oprettet\nA;14-03-2019\nB;02-01-2024\n')).not.toHaveProperty('Oprettet');
		expect(read('Navn;Oprettet\nA;14-03-2019\n').reading.unmatched).toEqual(['Oprettet']);
		expect(mapped('Navn;Oprettet\nA;14-03-1971\nB;02-01-2024\n')).toHaveProperty('Oprettet', 'foundedOn');
	});

	it('"Post/By" holds both, or the town alone', () => {
		expect(valuesOf(read('Navn;Post/By\nA;2600 Glostrup\n'))).toEqual([{ name: 'A', postalCode: '2600', city: 'Glostrup' }]);
		expect(valuesOf(read('Navn;Postby\nA;Glostrup\n'))).toEqual([{ name: 'A', city: 'Glostrup' }]);
	});

	it('"Area" is a district or a number of square metres, "Position" a point or a job', () => {
		expect(mapped('Name;Area\nA;Ejby\n')).toHaveProperty('Area', 'district');
		expect(mapped('Name;Area\nA;1200\nB;85,5\n')).not.toHaveProperty('Area');
		expect(mapped('Name;Position\nA;Direktør\n')).not.toHaveProperty('Position');
		expect(mapped('Name;Position\nA;"55.65, 12.37"\n')).toHaveProperty('Position', 'point');
	});

	it('"Kunde" is a name or a number, "X" a coordinate or a tick, "URL" a homepage or an authority\'s report', () => {
		expect(mapped('Kunde;Firma\n1001;A ApS\n1002;B ApS\n')).toEqual({ Firma: 'name' });
		expect(mapped('Navn;X;Y\nA;x;\n')).toEqual({ Navn: 'name', Y: 'lat' });
		expect(mapped('Navn;URL\nA;https://kontrol.example/1\nB;https://kontrol.example/2\nC;https://kontrol.example/3\n')).toEqual({ Navn: 'name' });
		expect(mapped('Navn;URL\nA;www.a.example\nB;www.b.example\nC;www.c.example\n')).toHaveProperty('URL', 'website');
	});

	it('"Navn" is a person where "Firma" stands beside it, and "P-enhed" a name or a number', () => {
		expect(mapped('Navn;Firma;CVR\nIb Prøve;A ApS;99000015\n')).toEqual({ Firma: 'name', CVR: 'cvr' });
		expect(mapped('Navn;P-enhed\nA;1099000011\n')).toHaveProperty('P-enhed', 'pNumber');
		expect(mapped('Navn;P-enhed\nA;Lageret\n')).toHaveProperty('P-enhed', 'tradeName');
	});

	it("a mobile number is the firm's where it has no other", () => {
		const file = read('Navn;Mobil;Telefon\nA;20304051;\nB;20304051;70101234\n');
		expect(valuesOf(file).map(({ phone }) => phone)).toEqual(['20304051', '70101234']);
		expect(notesOf(file)).toEqual(['3 further_value Mobil »20304051«']);
	});
});
