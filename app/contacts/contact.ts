import { CONSENT_CHANNELS, CONSENT_PURPOSES, type ConsentChannel, type ConsentPurpose } from '#db/vocabulary.ts';

/** Whom a role is with. */
export interface RolePlace {
	kind: 'company' | 'site' | 'landowner';
	id: string;
	name: string;
}

/** A person in one role, as lists of a firm, a site or an owner show them. */
export interface ContactLine {
	contactId: string;
	roleId: string;
	name: string;
	title: string | null;
	phone: string | null;
	email: string | null;
	isPrimary: boolean;
	fromOn: string | null;
	/** The day the role ended; null or in the future = it has not. */
	toOn: string | null;
	place: RolePlace;
	/** The property an owner's role is narrowed to. */
	property: { id: string; name: string } | null;
	/** Channels on which the person has said no to something. */
	refuses: readonly ConsentChannel[];
}

interface Period {
	fromOn: string | null;
	toOn: string | null;
}
/** A role has ended on the day it ended on. */
export const hasEnded = ({ toOn }: Pick<Period, 'toOn'>, today: string): boolean => toOn !== null && toOn <= today;
/** Agreed and not begun: nobody is to be called in a role from next month. */
export const isComing = (role: Period, today: string): boolean => !hasEnded(role, today) && role.fromOn !== null && role.fromOn > today;
export const isCurrent = (role: Period, today: string): boolean => !hasEnded(role, today) && !isComing(role, today);

/** Current roles first, then those to come, then the ended; the first to call in front, of two so marked the one that began last. */
export const inOrder = <Role extends Period & { isPrimary: boolean }>(roles: readonly Role[], today: string): Role[] =>
	roles.toSorted(
		(a, b) =>
			Number(isCurrent(b, today)) - Number(isCurrent(a, today)) ||
			Number(hasEnded(a, today)) - Number(hasEnded(b, today)) ||
			Number(b.isPrimary) - Number(a.isPrimary) ||
			(a.isPrimary ? (b.fromOn ?? '').localeCompare(a.fromOn ?? '') : 0) ||
			endOf(b).localeCompare(endOf(a)),
	);
const endOf = ({ toOn }: Pick<Period, 'toOn'>) => toOn ?? '9';

/** The mark of the first to call where it counts: on a current role, and on the one that began last where a successor has come. */
export function withOneFirst<Role extends Period & { isPrimary: boolean; place: { id: string } }>(ordered: readonly Role[], today: string): Role[] {
	const taken = new Set<string>();
	return ordered.map((role) => {
		const isPrimary = role.isPrimary && isCurrent(role, today) && !taken.has(role.place.id);
		if (isPrimary) taken.add(role.place.id);
		return { ...role, isPrimary };
	});
}

/** What a person has said about one channel and purpose. */
export interface Consent {
	id: string;
	channel: ConsentChannel;
	purpose: ConsentPurpose;
	answer: 'given' | 'refused';
	givenOn: string;
	withdrawnOn: string | null;
	source: string | null;
}

export const CONSENT_STATES = ['given', 'refused', 'withdrawn'] as const;
export type ConsentState = (typeof CONSENT_STATES)[number];

/** A withdrawal is a no that says there was a yes. */
export const stateOf = ({ answer, withdrawnOn }: Pick<Consent, 'answer' | 'withdrawnOn'>): ConsentState => (withdrawnOn ? 'withdrawn' : answer);

/** The answer that counts per channel and purpose: the latest by its day, of one day the last taken down. */
export function latestConsents<Row extends Pick<Consent, 'id' | 'channel' | 'purpose' | 'givenOn'>>(rows: readonly Row[]): Row[] {
	const latest = new Map<string, Row>();
	for (const row of rows) {
		const key = `${row.channel} ${row.purpose}`;
		const other = latest.get(key);
		if (!other || row.givenOn > other.givenOn || (row.givenOn === other.givenOn && row.id > other.id)) latest.set(key, row);
	}
	return CONSENT_PURPOSES.flatMap((purpose) => CONSENT_CHANNELS.flatMap((channel) => latest.get(`${channel} ${purpose}`) ?? []));
}
