import type { Channel } from '#db/vocabulary.ts';

// How a note begins and ends. Most begin straight away.

export const OPENINGS: Readonly<Record<Channel, readonly string[]>> = {
	visit: [
		'',
		'',
		'',
		'Besøg {sted}. ',
		'Kom forbi efter aftale. ',
		'Rundvisning og kaffe med {kontakt}. ',
		'Kort besøg, travl dag hos dem. ',
		'Godt besøg, en times tid. ',
	],
	phone: ['', '', 'Ringede op. ', '{Kontakt} ringede tilbage. ', 'Kort opkald. ', 'Opfølgende opkald. '],
	online: ['', 'Onlinemøde med {kontakt}. ', 'Halv time på skærmen. '],
	network: ['Talte sammen på netværksmødet. ', 'Mødte {kontakt} til morgenmødet i {område}. ', 'I pausen på netværksmødet. '],
	landowner_meeting: ['Grundejermøde på deres kontor. ', 'Møde om ejendommen på {gade}. '],
	enquiry: ['{Kontakt} henvendte sig. ', 'Skrev til os dagen før. ', 'Henvendelse på hovedpostkassen. '],
	event: ['Stod ved siden af hinanden på jobmessen. ', 'Efter oplægget på erhvervsdagen. ', 'Ved åbent hus i {område}. '],
};

export const CLOSINGS: readonly string[] = [
	'',
	'',
	'',
	'',
	'',
	'',
	'',
	'',
	' Vil gerne kontaktes igen i {måned}.',
	' Foretrækker telefon frem for mail.',
	' Bedst at ringe før kl. 9.',
	' Ingen hast.',
	' Der er {hoveder} ansatte i dag.',
];

/** After a visit only. */
export const VISIT_CLOSINGS: readonly string[] = [
	' De satte pris på besøget.',
	' Gå ind ad porten fra gården, ikke ad hovedindgangen.',
	' Husk sikkerhedssko næste gang.',
	' Fik en rundvisning til sidst.',
];

export const FEW = ['to', 'tre', 'fire', 'en eller to'] as const;
export const SQUARE_METRES = ['150', '250', '300', '400', '450', '600', '800', '1.200', '1.500'] as const;
