import { describe, expect, it } from 'vitest';
import { cell, notesOf, read, valuesOf } from './read.ts';

describe('numbers of registers', () => {
	it.each([
		'DK99000015',
		'dk-99000015',
		'DK 99 00 00 15',
		'99 00 00 15',
		'99.00.00.15',
		'9900 0015',
		'CVR 99000015',
		'CVR-nr.: 99000015',
		'SE-nr. 99000015',
		'99000015.0',
		'99000015,00',
		'DK99000015MVA',
		'\u00a099000015\u00a0',
		'="99000015"',
		"'99000015",
		'"99000015"',
		'Cvr.nr 99000015',
	])('%s is the CVR number 99000015', (text) => {
		expect(cell('CVR', text)).toMatchObject({ values: { cvr: '99000015' }, notes: [] });
	});

	it.each([
		['DE 123456789', 'DE123456789'],
		['SE556677889901', 'SE556677889901'],
		['NO 987 654 321 MVA', 'NO987654321'],
		['NL001234567B01', 'NL001234567B01'],
		['GB 123 4567 89', 'GB123456789'],
	])('%s is kept as a number of another country', (text, value) => {
		expect(cell('CVR', text)).toMatchObject({ values: { identifiers: [{ scheme: 'VAT', value }] }, notes: [] });
	});

	it.each([
		['CVR', '12345678', '2 cvr_invalid CVR »12345678«'],
		['CVR', '9,9E+07', '2 number_shortened CVR »9,9E+07«'],
		['CVR', 'på vej', '2 cvr_invalid CVR »på vej«'],
		['P-nr', '1,09901E+09', '2 number_shortened P-nr »1,09901E+09«'],
		['P-nr', '12', '2 p_number_invalid P-nr »12«'],
		['P-nr', '1099000011, 1099000022', '2 p_numbers_several P-nr »1099000011, 1099000022«'],
		['CVR', '#I/T', '2 spreadsheet_error CVR »#I/T«'],
	])('%s "%s" is left out and said, and the firm stays', (heading, text, note) => {
		expect(cell(heading, text)).toMatchObject({ values: { name: 'Opfundet Firma ApS' }, notes: [note], fault: undefined });
	});

	it.each(['1099000011', '1099000011.0', '1.099.000.011', '1099000011,00', 'P-nr. 1099000011', 'P 1099000011', '10 99 00 00 11'])(
		'%s is a P-number',
		(text) => {
			expect(cell('P-nummer', text)).toMatchObject({ values: { pNumber: '1099000011' }, notes: [] });
		},
	);

	it.each(['', '0', '-', 'ukendt', 'NULL', 'nan', 'N/A', 'ikke oplyst'])('"%s" is no number and no complaint', (text) => {
		expect(cell('CVR', text).values.cvr).toBeUndefined();
		expect(cell('CVR', text).notes).toEqual([]);
	});
});

describe('names', () => {
	it.each([
		['  Kro  &  Køkken\u00a0ApS ', 'Kro & Køkken ApS'],
		['Tr&aelig; &amp; L&aring;se', 'Træ & Låse'],
		['K&#248;kken&nbsp;Nu', 'Køkken Nu'],
		['S&amp;oslash;n &amp;amp; Co', 'Søn & Co'],
		['\u200eVenstre\u200f Mod Højre\u202c', 'Venstre Mod Højre'],
		['Blød\u00adt Bindestreg', 'Blødt Bindestreg'],
		['Sidste Komma ApS,', 'Sidste Komma ApS'],
		['A\u030angstrøm', 'Ångstrøm'],
		['“Citat” I/S', '“Citat” I/S'],
		['Linje<br>Skift', 'Linje Skift'],
	])('%j is %s', (text, name) => {
		expect(valuesOf(read(`Navn;CVR\n"${text}";99000015\n`))[0]?.name).toBe(name);
	});

	it('with letters lost before they came are noted', () => {
		expect(notesOf(read('Navn;By\nBr\ufffdndby Kro;Ejby\n'))).toEqual(['2 letters_lost Navn »Br\ufffdndby Kro«']);
		expect(notesOf(read('Navn;By;Hjemmeside\nHvad nu? Kro;Br?ndby;www.x.example/a?b\n'))).toEqual(['2 letters_lost By »Br?ndby«']);
	});
});

describe('postal places and addresses', () => {
	it.each([
		['Postnr', '800', { postalCode: '0800' }],
		['Postnr', '2600,00', { postalCode: '2600' }],
		['Postnr', '2600.0', { postalCode: '2600' }],
		['Postnr', 'DK-2600', { postalCode: '2600' }],
		['Postnr', '2600 Glostrup', { postalCode: '2600', city: 'Glostrup' }],
		['By', '2600 Glostrup', { postalCode: '2600', city: 'Glostrup' }],
		['Postnr./By', 'DK-2600 Glostrup', { postalCode: '2600', city: 'Glostrup' }],
		['Post/By', '2600, Glostrup', { postalCode: '2600', city: 'Glostrup' }],
		['Post/By', 'Glostrup', { city: 'Glostrup' }],
		['Postnr', '211 20', { postalCode: '211 20' }],
	])('%s "%s"', (heading, text, expected) => {
		expect(cell(heading, text).values).toMatchObject(expected);
	});

	it('whose columns have changed places, or of which one is none', () => {
		const postal = (code: string, town: string) => {
			const file = read(`Navn;Postnr;By\nOpfundet ApS;${code};${town}\n`);
			const { postalCode, city } = valuesOf(file)[0] ?? {};
			return [postalCode, city, ...notesOf(file)];
		};
		expect(postal('Glostrup', '2600')).toEqual(['2600', 'Glostrup']);
		expect(postal('', '2600')).toEqual(['2600', undefined]);
		expect(postal('Glostrup', '')).toEqual([undefined, 'Glostrup']);
		expect(postal('ved åen', 'Glostrup')).toEqual([undefined, 'Glostrup', '2 postal_code_invalid Postnr »ved åen«']);
		expect(postal('1012 AB', 'Amsterdam')).toEqual(['1012 AB', 'Amsterdam']);
	});

	const addressed = (address: string) => valuesOf(read(`Navn;Adresse\nOpfundet ApS;"${address}"\n`))[0];
	it.each([
		['Prøvegade 10, 1. tv', 'Prøvegade 10, 1. tv'],
		['Prøvegade 10, 1.tv.', 'Prøvegade 10, 1. tv'],
		['Prøvegade 10 1 tv', 'Prøvegade 10, 1. tv'],
		['Prøvegade 10 1. sal tv', 'Prøvegade 10, 1. tv'],
		['Prøvegade 10, 1. sal, tv', 'Prøvegade 10, 1. tv'],
		['Prøvegade 10, 1. sal', 'Prøvegade 10, 1.'],
		['Prøvegade 10 st', 'Prøvegade 10, st.'],
		['Prøvegade 10 B, stuen th', 'Prøvegade 10B, st. th'],
		['Prøvegade 10-12, kl.', 'Prøvegade 10-12, kl.'],
		['Prøvegade 10, 2. 14', 'Prøvegade 10, 2. 14'],
		['Prøvegade 10', 'Prøvegade 10'],
		['Prøvegade 10 2', 'Prøvegade 10 2'],
		['Prøvegade 5, baghuset', 'Prøvegade 5, baghuset'],
		['10. Juni Vej 4', '10. Juni Vej 4'],
	])('%s is %s', (written, address) => {
		expect(addressed(written)?.address).toBe(address);
	});

	it('are taken apart where one cell holds both', () => {
		expect(addressed('Prøvegade 7, 2600 Glostrup')).toMatchObject({ address: 'Prøvegade 7', postalCode: '2600', city: 'Glostrup' });
		expect(addressed('Prøvegade 7 2300 København S, Danmark')).toMatchObject({ address: 'Prøvegade 7', postalCode: '2300', city: 'København S' });
		const other = valuesOf(read('Navn;Adresse;Postnr\nOpfundet ApS;"Prøvegade 7, 2600 Glostrup";2605\n'))[0];
		expect(other).toMatchObject({ address: 'Prøvegade 7, 2600 Glostrup', postalCode: '2605' });
	});

	it('are put together of street, numbers, letter, floor and door', () => {
		const file = read(
			'Navn;Vejnavn;HusnrFra;HusnrTil;Bogstav;Etage;Dør\nOpfundet ApS;Prøvegade;014;16;;st;tv\nOpfundet To ApS;Prøvegade;14;14;A;1;\n',
		);
		expect(valuesOf(file).map(({ address }) => address)).toEqual(['Prøvegade 14-16, st. tv', 'Prøvegade 14A, 1.']);
	});

	it('of the letters are taken whole where the visited one is empty, and never mixed with it', () => {
		const file = read(
			'Navn;Adresse;Postnr;By;Postadresse;Postadresse_postnr;Postadresse_postdistrikt\nA ApS;Vej 1;;;Boks 9;1000;København K\nB ApS;;;;Boks 9;1000;København K\n',
		);
		expect(valuesOf(file)).toEqual([
			{ name: 'A ApS', address: 'Vej 1' },
			{ name: 'B ApS', address: 'Boks 9', postalCode: '1000', city: 'København K' },
		]);
		expect(file.reading.fallbacks).toEqual(['Postadresse', 'Postadresse_postnr', 'Postadresse_postdistrikt']);
	});
});

describe('industries', () => {
	it.each([
		['Branchekode', '62.10.00', { industryCode: '621000' }],
		['Branchekode', '011100', { industryCode: '011100' }],
		['Branchekode', '11100', { industryCode: '011100' }],
		['Branchekode', '621000.0', { industryCode: '621000' }],
		['Branchekode', '62.10', { industryCode: '6210' }],
		['Branchekode', '561110 Restauranter', { industryCode: '561110', industryText: 'Restauranter' }],
		['Branche', '561110', { industryCode: '561110' }],
		['Branche', '56.11.10: Restauranter', { industryCode: '561110', industryText: 'Restauranter' }],
		['Branche', 'Restauranter', { industryText: 'Restauranter' }],
		['Branche', '24 timers service', { industryText: '24 timers service' }],
	])('%s "%s"', (heading, text, expected) => {
		const { industryCode, industryText } = cell(heading, text).values;
		expect({ industryCode, industryText }).toEqual({ industryCode: undefined, industryText: undefined, ...expected });
	});

	it.each(['C', '12345678'])('%s is left out and said', (text) => {
		expect(cell('Branchekode', text)).toMatchObject({ notes: [`2 industry_invalid Branchekode »${text}«`] });
	});
});

describe('heads', () => {
	it.each([
		['12', 12, 'ANTAL_10_19'],
		['12.0', 12, 'ANTAL_10_19'],
		['12,00', 12, 'ANTAL_10_19'],
		['1.250', 1250, 'ANTAL_1000_999999'],
		['25 ansatte', 25, 'ANTAL_20_49'],
		['0', 0, 'ANTAL_0_0'],
		['10-19', null, 'ANTAL_10_19'],
		['10 – 19', null, 'ANTAL_10_19'],
		['20-49 ansatte', null, 'ANTAL_20_49'],
		['1000+', null, 'ANTAL_1000_999999'],
		['1.000 og derover', null, 'ANTAL_1000_999999'],
		['ANTAL_2_4', null, 'ANTAL_2_4'],
	])('"%s"', (text, headcount, sizeClass) => {
		expect(cell('Antal ansatte', text)).toMatchObject({ values: { siteHeads: { headcount, sizeClass } }, notes: [] });
	});

	it.each(['11-50', 'ca. 30', '12,5', '< 5', '50+', '5-9 årsværk', '-3'])('"%s" is left out and said', (text) => {
		expect(cell('Antal ansatte', text)).toMatchObject({ notes: [`2 headcount_invalid Antal ansatte »${text}«`], fault: undefined });
	});

	it.each(['-', 'ukendt', 'N/A', 'ingen', '?'])('"%s" says nothing', (text) => {
		expect(cell('Antal ansatte', text)).toMatchObject({ notes: [] });
	});
});

describe('ways to reach a firm', () => {
	it.each([
		['70 10 12 34', '70 10 12 34', []],
		['0045 70101234', '0045 70101234', []],
		['tlf. 70101234', '70101234', []],
		["'70101234", '70101234', []],
		['="70101234"', '70101234', []],
		['+46 8 123 456 78', '+46 8 123 456 78', []],
		['70101234 / 22334455 mobil', '70101234 / 22334455 mobil', []],
		['Tlf. 70101234, lok. 12', '70101234 lok. 12', []],
		['70101234 / 123', '70101234', ['2 phone_invalid Telefon »123«']],
		['70101234 (kun formiddag)', '70101234 kun formiddag', []],
		['0043125', undefined, ['2 phone_invalid Telefon »0043125«']],
		['4,5E+07', undefined, ['2 number_shortened Telefon »4,5E+07«']],
		['0', undefined, []],
	])('by telephone: "%s"', (text, phone, notes) => {
		const read = cell('Telefon', text);
		expect(read.values.phone).toBe(phone);
		expect(read.notes).toEqual(notes);
	});

	it.each([
		['post@prøve.example', 'post@prøve.example', []],
		['mailto:Post@Prove.Example', 'Post@prove.example', []],
		['Kontoret <post@prove.example>', 'post@prove.example', []],
		['post@prove.example; b@prove.example', 'post@prove.example', ['2 further_value E-mail »b@prove.example«']],
		['post(at)prove.example', 'post@prove.example', []],
		['post@prove.example.', 'post@prove.example', []],
		['spørg Ib', undefined, ['2 email_invalid E-mail »spørg Ib«']],
	])('by mail: "%s"', (text, email, notes) => {
		const read = cell('E-mail', text);
		expect(read.values.email).toBe(email);
		expect(read.notes).toEqual(notes);
	});

	it.each([
		['www.prove.example', 'www.prove.example', []],
		['http:/www.prove.example', 'http://www.prove.example', []],
		['https://https://prove.example', 'https://prove.example', []],
		['www.prove.example, shop.prove.example', 'www.prove.example', ['2 further_value Hjemmeside »shop.prove.example«']],
		['https://ib:hemmelig@prove.example', undefined, ['2 website_invalid Hjemmeside »https://ib:hemmelig@prove.example«']],
		['har ingen', undefined, ['2 website_invalid Hjemmeside »har ingen«']],
	])('by web: "%s"', (text, website, notes) => {
		const read = cell('Hjemmeside', text);
		expect(read.values.website).toBe(website);
		expect(read.notes).toEqual(notes);
	});

	it('takes a mail address typed as website for one', () => {
		expect(cell('Hjemmeside', 'mailto:post@prove.example').values).toMatchObject({ email: 'post@prove.example' });
	});
});

describe('days', () => {
	const founded = (text: string) => cell('Stiftet', text);
	it.each([
		['01-05-1967', '1967-05-01'],
		['1.5.1967', '1967-05-01'],
		['1967-05-01', '1967-05-01'],
		['1967-05-01T00:00:00', '1967-05-01'],
		['01.05.1967 00:00', '1967-05-01'],
		['19670501', '1967-05-01'],
		['44197', '2021-01-01'],
		['1. maj 2019', '2019-05-01'],
		['3. marts 2019', '2019-03-03'],
		['12 Oct 2019', '2019-10-12'],
	])('"%s" is %s', (text, day) => {
		expect(founded(text)).toMatchObject({ values: { foundedOn: day }, notes: [] });
	});

	it.each(['2021', '05-1967', '31-02-2020', '2020-02-30', 'i foråret', '6/15/03 ca.'])('"%s" is left out and said', (text) => {
		expect(founded(text).values.foundedOn).toBeUndefined();
		expect(founded(text).notes).toEqual([`2 date_invalid Stiftet »${text}«`]);
	});

	it('says that a century was guessed, and that a day has not come', () => {
		expect(founded('1/5/67')).toMatchObject({ values: { foundedOn: '1967-05-01' }, notes: ['2 year_guessed Stiftet »1/5/67«'] });
		expect(founded('31-12-2099')).toMatchObject({ notes: ['2 date_later Stiftet »31-12-2099«'] });
	});

	it('a firm ceased is never active without a word', () => {
		expect(cell('Ophørt', '43831').values).toMatchObject({ ceasedOn: '2020-01-01', statusGroup: 'ceased' });
		expect(cell('Ophørt', 'ja').values).toMatchObject({ statusGroup: 'ceased' });
		expect(cell('Ophørt', 'nej')).toMatchObject({ notes: [] });
		expect(cell('Ophørt', 'i efteråret')).toMatchObject({ notes: ['2 ceasing_unknown Ophørt »i efteråret«'] });
		expect(cell('Ophørt', '31-12-2099')).toMatchObject({ notes: ['2 ceases_later Ophørt »31-12-2099«'] });
		expect(cell('Ophørt', '31-12-2099').values.ceasedOn).toBeUndefined();
	});
});

describe('protection from advertising', () => {
	it.each(['ja', 'Ja ', 'JA', 'x', '1', '1.0', 'true', 'TRUE', 'Sand', 't', 'y', 'Reklamebeskyttet', 'Ja, beskyttet', 'Frabedt reklame', '✓', '✔'])(
		'"%s" protects',
		(word) => {
			expect(cell('Reklamebeskyttet', word)).toMatchObject({ values: { isProtected: true }, notes: [] });
		},
	);

	it.each(['Nej', '0', '0.0', 'f', 'false', 'nej tak', 'Ikke beskyttet'])('"%s" does not', (word) => {
		expect(cell('Reklamebeskyttet', word)).toMatchObject({ values: { isProtected: false }, notes: [] });
	});

	it.each(['delvist', 'se aftale', 'JP'])('"%s" is asked about, and says neither', (word) => {
		expect(cell('Reklamebeskyttet', word).notes).toEqual([`2 protection_unknown Reklamebeskyttet »${word}«`]);
		expect(cell('Reklamebeskyttet', word).values.isProtected).toBeUndefined();
	});
});

describe('company forms', () => {
	it.each([
		['A/S', '60'],
		['ApS.', '80'],
		['aktieselskab', '60'],
		['Anpartsselskab (ApS)', '80'],
		['ENK - Enkeltmandsvirksomhed', '10'],
		['60.0', '60'],
		['Forening', '110'],
	])('"%s"', (word, formCode) => {
		expect(cell('Virksomhedsform', word)).toMatchObject({ values: { formCode }, notes: [] });
	});

	it('are read from the words where the code is unknown', () => {
		expect(valuesOf(read('Navn;Virksomhedsform_kode;Virksomhedsform_tekst\nA;999;Aktieselskab\n'))[0]?.formCode).toBe('60');
	});

	it('not understood are left out and said', () => {
		expect(cell('Virksomhedsform', 'Holding ApS').notes).toEqual(['2 form_unknown Virksomhedsform »Holding ApS«']);
	});
});

describe('points', () => {
	const point = (csv: string) => {
		const file = read(csv);
		return { values: file.rows[0]?.values ?? {}, notes: notesOf(file) };
	};
	const HERE = { lat: expect.closeTo(55.6505, 3), lon: expect.closeTo(12.375, 3) };

	it.each([
		['degrees', 'Navn;lat;lon\nA;55,6505;12,375\n'],
		['metres headed as degrees', 'Navn;Longitude;Latitude\nA;712345,67;6172345,12\n'],
		['metres in X and Y', 'Navn;X;Y\nA;712345;6172345\n'],
		['metres the other way round', 'Navn;X;Y\nA;6172345;712345\n'],
		['metres with thousands', 'Navn;KoorOest;KoorNord\nA;712.345,67;6.172.345,12\n'],
		['metres under headings of their own', 'Navn;K1;K2\nA;712345,67;6172345,12\n'],
		['degrees under headings of their own', 'Navn;Punkt N;Punkt E\nA;55,6505;12,3750\n'],
		['a pair', 'Navn;Position\nA;55.6505, 12.375\n'],
		['a WKT point', 'Navn;wkt\nA;POINT (12.375 55.6505)\n'],
		['a WKT point in metres', 'Navn;geom\nA;SRID=25832;x\n'.replace('SRID=25832;x', 'POINT(712345 6172345)')],
	])('in %s lie in Glostrup', (_, csv) => {
		expect(point(csv)).toMatchObject({ values: HERE, notes: [] });
	});

	it('are not seen in counts, prices and years', () => {
		expect(read('Navn;Omsætning;Balance\nA;712345;617234\nB;6172345;712345\n').reading.unmatched).toEqual(['Omsætning', 'Balance']);
		expect(read('Navn;Fra;Til\nA;55;12\nB;56;10\n').reading.unmatched).toEqual(['Fra', 'Til']);
	});

	it('swapped are put right and said, off Denmark said, and half a point is none', () => {
		expect(point('Navn;lat;lon\nA;12,375;55,6505\n')).toMatchObject({ values: HERE, notes: ['2 point_swapped lat »12,375; 55,6505«'] });
		expect(point('Navn;lat;lon\nA;49.28;-123.11\n')).toMatchObject({ values: { lat: 49.28 }, notes: ['2 point_abroad lat »49.28; -123.11«'] });
		expect(point('Navn;lat;lon\nA;55,65;\n')).toEqual({ values: { name: 'A' }, notes: ['2 point_half lat »55,65«'] });
		expect(point('Navn;lat;lon\nA;0;0\n')).toEqual({ values: { name: 'A' }, notes: [] });
		expect(point('Navn;lat;lon\nA;95,1;912\n')).toMatchObject({ values: { name: 'A' }, notes: ['2 point_invalid lat »95,1; 912«'] });
	});
});

describe('one heading twice', () => {
	it('fills in where the first is empty, and says what it had besides', () => {
		const file = read('Navn;Tlf;Tlf;E-mail;E-mail\nA;70101234;22334455;a@x.example;a@x.example\nB;;22334455;;b@x.example\n');
		expect(valuesOf(file)).toEqual([
			{ name: 'A', phone: '70101234', email: 'a@x.example' },
			{ name: 'B', phone: '22334455', email: 'b@x.example' },
		]);
		expect(notesOf(file)).toEqual(['2 further_value Tlf (2) »22334455«']);
	});
});
