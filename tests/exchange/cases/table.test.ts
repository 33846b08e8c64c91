import { describe, expect, it } from 'vitest';
import { notesOf, read, valuesOf } from './read.ts';

const names = (file: ReturnType<typeof read>) => file.rows.filter(({ fault }) => !fault).map(({ no, values }) => `${no} ${values.name}`);

describe('where a table begins', () => {
	it.each([
		['a sep= line', 'sep=;\r\nNavn;CVR\r\nSkilt A/S;99000015\r\n', ['3 Skilt A/S'], ';', 2],
		['a sep= line of commas, quoted', '"sep=,"\nNavn,CVR\nSkilt A/S,99000015\n', ['3 Skilt A/S'], ',', 2],
		['a sep= line of tabs behind a mark', '\uFEFFsep=\t\nNavn\tCVR\nSkilt A/S\t99000015\n', ['3 Skilt A/S'], '\t', 2],
		['titles', 'Erhvervsliste 2026\n\nTrukket 1/11\nNavn;CVR;By\nTitel A/S;99000015;Ejby\n', ['5 Titel A/S'], ';', 4],
		['a row of groups', ';;Sted;\nFirma;CVR-nr;Adresse;Postnr\nGruppe A/S;99000015;Vej 1;2600\n', ['3 Gruppe A/S'], ';', 2],
	])('behind %s', (_, csv, firms, delimiter, headingRow) => {
		const file = read(csv);
		expect(names(file)).toEqual(firms);
		expect(file.reading).toMatchObject({ delimiter, headingRow });
	});

	it('is where the caller says', () => {
		const csv = 'Firma;By\nOverskrift;Sted\nRigtig A/S;Ejby\n';
		expect(names(read(csv, { Overskrift: 'name' }, 2))).toEqual(['3 Rigtig A/S']);
		expect(names(read(csv, { Overskrift: 'name' }))).toEqual(['3 Rigtig A/S']);
		expect(() => read(csv, {}, 9)).toThrow(expect.objectContaining({ code: 'header_row_unknown', detail: '9' }));
	});

	it('has no column without heading and content, and names one with content', () => {
		expect(read('Navn;CVR;;\nA/S Et;99000015;;\n').reading.unmatched).toEqual([]);
		expect(read('Navn;CVR;;\nA/S Et;99000015;;noget\n').reading.unmatched).toEqual(['#4']);
	});
});

describe('rows that are no firms', () => {
	const file = read(
		'Firmanavn;CVR-nr.;Adresse;Postnr;By;Ansatte\n' +
			'Vestbyen;;;;;\nVest Et ApS;99000015;Vestvej 1;2600;Glostrup;10\nVest To ApS;99000023;Vestvej 2;2600;Glostrup;20\nSum Vestbyen;;;;;30\n' +
			'Firmanavn;CVR-nr.;Adresse;Postnr;By;Ansatte\n;;;;;\nØstbyen;;;;;\nØst Et ApS;99000031;Østvej 1;2600;Glostrup;5\nØst To ApS;99000058;Østvej 2;2600;Glostrup;5\nKun Navn ApS;;;;;\n;;;;;35\nI alt;;;;;35\nUdtrukket 1.11.2026;;;;;\n* foreløbige tal;;;;;\n',
	);

	it('make none, each with its reason and its own line of the file', () => {
		expect(notesOf(file)).toEqual([
			'2 name_alone',
			'5 total_row',
			'6 heading_again',
			'8 name_alone',
			'12 total_row',
			'13 total_row',
			'14 source_row',
			'15 source_row',
		]);
	});

	it('leave those that are', () => {
		expect(names(file)).toEqual(['3 Vest Et ApS', '4 Vest To ApS', '9 Øst Et ApS', '10 Øst To ApS', '11 Kun Navn ApS']);
	});

	it('are not seen where names are all there is, or where a firm is called like one', () => {
		expect(names(read('Navn\nEjby Kro\nTotal\n'))).toEqual(['2 Ejby Kro']);
		expect(names(read('Navn;CVR;By\nTotal Byg ApS;99000015;Ejby\nKilde Vand A/S;99000023;Ejby\nSum & Søn;99000031;Ejby\n'))).toHaveLength(3);
	});

	it('are placeholders, too: neither a firm nor a district is called "-" or "N/A"', () => {
		const placeholders = read(
			'Navn;Adresse;Område;Telefon;Stiftet\nEt A/S;-;N/A;?;00-00-0000\nTo A/S;NULL;ukendt;0;–\nN/A;Vej 1;Ejby;;\n-;Vej 2;Ejby;;\n',
		);
		expect(valuesOf(placeholders).slice(0, 2)).toEqual([{ name: 'Et A/S' }, { name: 'To A/S' }]);
		expect(
			valuesOf(placeholders)
				.slice(2)
				.every(({ name }) => name === undefined),
		).toBe(true);
		expect(notesOf(placeholders)).toEqual([]);
	});
});

describe('what programs leave around a table', () => {
	it('is taken off: lines saved as one column, and the sign DOS ended files with', () => {
		expect(names(read('"Navn;CVR;By"\r\n"Pakket ""Ind"" ApS;99000015;Ejby"\r\n'))).toEqual(['2 Pakket "Ind" ApS']);
		const dos = read('Navn;CVR;By\r\nGammel ApS;99000015;Ejby\r\n\u001a');
		expect([names(dos), notesOf(dos)]).toEqual([['2 Gammel ApS'], []]);
	});
});

describe('rows of another length', () => {
	it('are filled up, cut of what is empty, or fail where a cell has moved the others', () => {
		const file = read(
			'Navn;CVR;Adresse;Postnr;By;Tlf\nKort A/S;99000015;Vej 1\nLang A/S;99000023;Vej 2;2600;Ejby;;;\nFlyttet A/S;99000031;Vej 3; st.;2600;Ejby;70101234\n',
		);
		expect(names(file)).toEqual(['2 Kort A/S', '3 Lang A/S']);
		expect(notesOf(file)).toEqual(['4 uneven_row 7/6']);
	});

	it('fail where a line break has torn a row in two, and make no firm of its end', () => {
		const file = read('Navn;Adresse;CVR;Postnr;By\nHel A/S;Vej 1;99000015;2600;Ejby\nRevet A/S;Vej 2\n1. sal;99000023;2600;Ejby\n');
		expect(names(file)).not.toContain('4 1. sal');
	});
});

describe('quotes as old systems leave them', () => {
	const lines = [
		'Navn;CVR;By',
		'Smed "Jern" Hansen ApS;99000015;Ejby',
		'"Kom Ind" Kaffe;99000023;Ejby',
		'19" Skabe A/S;99000031;Ejby',
		'"Aldrig Lukket;99000058;Ejby',
		'Den Næste A/S;99000066;Ejby',
		'"Vognmand "Ib" Prøve";99000074;Ejby',
		'"Ægte ""Citat"" A/S";99000082;Ejby',
		'"Med; semikolon";99000090;Ejby',
	];

	it.each(['\r\n', '\n', '\r'])('cost no row and join none (%j)', (end) => {
		const file = read(`${lines.join(end)}${end}`);
		expect(names(file)).toEqual([
			'2 Smed "Jern" Hansen ApS',
			'3 "Kom Ind" Kaffe',
			'4 19" Skabe A/S',
			'5 Aldrig Lukket',
			'6 Den Næste A/S',
			'7 Vognmand "Ib" Prøve',
			'8 Ægte "Citat" A/S',
			'9 Med; semikolon',
		]);
		expect(notesOf(file).filter((note) => note.includes('quote_open'))).toEqual(['5 quote_open »Aldrig Lukket«']);
	});

	it('hold a cell of several lines together, first, in the middle and last, and lines are counted as an editor does', () => {
		const file = read('Navn;Adresse;Note\n"To\nLinjer A/S";Vej 1;x\nB A/S;"Vej 2\n1. sal";y\nC A/S;Vej 3;"en\nto; tre\nfire"\nD A/S;Vej 4;z\n', {
			Note: 'ignore',
		});
		expect(names(file)).toEqual(['2 To Linjer A/S', '4 B A/S', '6 C A/S', '9 D A/S']);
		expect(file.rows[1]?.values.address).toBe('Vej 2, 1.');
	});

	it('opened in the last column swallow no line below', () => {
		const file = read('Navn;CVR;By\nA A/S;99000015;"Ejby\nB A/S;99000023;"Ejby\nC A/S;99000031;Ejby\n');
		expect(names(file)).toEqual(['2 A A/S', '3 B A/S', '4 C A/S']);
	});

	it('never closed in a long file cost one row of it', () => {
		const rows = Array.from({ length: 300 }, (_, at) => `Nummer ${at} A/S;Vej ${at};Ejby`);
		const file = read(['Navn;Adresse;By', '"Åben Kro;Vej 0;Ejby', ...rows].join('\n'));
		expect(names(file)).toHaveLength(301);
		expect(notesOf(file)).toEqual(['2 quote_open »Åben Kro«']);
	});
});

describe('a file without a name', () => {
	it('is refused at once where no column is a key, with the headings it has', () => {
		expect(() => read('Farve;Antal\nrød;2\n')).toThrow(expect.objectContaining({ code: 'no_key_column', detail: 'Farve, Antal' }));
	});
});
