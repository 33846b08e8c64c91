import type { Kind } from './trades.ts';

// Invented contacts: everyday first names with surnames nobody bears, all of them words for what is made up.

export const FIRST_NAMES = (
	'Anne Bente Camilla Dorthe Emma Freja Gitte Hanne Ida Jette Karen Lone Maja Nina Oda Pernille Rikke Sara Tina Ulla ' +
	'Vibeke Winnie Ylva Zeynep Fatima Amira Anders Bjarne Claus Daniel Erik Finn Gert Henrik Ivan Jens Karsten Lars ' +
	'Mads Niels Ole Peter Rasmus Søren Thomas Ulrik Viggo Ahmed Murat Tomasz'
).split(' ');

export const SURNAMES = (
	'Attrapsen Billedsø Demodahl Drømmelund Eksempelby Eventyrsen Fabelholm Fiktivsen Forsøgsen Gættergaard Idéborg ' +
	'Indbildt-Holm Kladdeholt Kulisselund Legendal Luftkastelsen Mockbæk Modelkjær Mønstergaard Opdigtsen Opspindt ' +
	'Paradigmann Prøveskov Rekvisit Sagnlund Skabelonsen Skitsebæk Skrønegaard Sætstykke Tankestrup Teoridal Testrup ' +
	'Tænkebjerg Udkast Vignetsen'
).split(' ');

/** What people are called at their work, the first to call first. */
export const TITLES: Readonly<Record<Kind, readonly string[]>> = {
	industry: ['Direktør', 'Værkfører', 'Produktionschef', 'HR-ansvarlig', 'Indkøber'],
	office: ['Direktør', 'Partner', 'Kontorleder', 'HR-partner', 'Projektchef'],
	town: ['Ejer', 'Daglig leder', 'Butikschef', 'Souschef'],
	owner: ['Ejendomschef', 'Direktør', 'Udlejningsansvarlig', 'Driftsleder'],
};
/** Where one person does everything. */
export const SMALL_FIRM_TITLE = 'Ejer';
export const SITE_TITLES = ['Afdelingsleder', 'Driftschef', 'Lagerchef'] as const;
export const OWNER_TITLES = ['Administrator', 'Formand', 'Ejendomschef', 'Advokat for ejeren'] as const;
