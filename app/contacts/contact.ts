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
	/** The day the role ended; null or in the future = it lasts. */
	toOn: string | null;
	place: RolePlace;
	/** The property an owner's role is narrowed to. */
	property: { id: string; name: string } | null;
	/** Channels on which the person has said no to something. */
	refuses: readonly ConsentChannel[];
}

/** A role lasts until the day it ended on. */
export const isCurrent = ({ toOn }: { toOn: string | null }, today: string): boolean => toOn === null || toOn > today;

/** Current roles first, among them the first to call, then the rest as they came. */
export const inOrder = <Role extends { toOn: string | null; isPrimary: boolean }>(roles: readonly Role[], today: string): Role[] =>
	roles.toSorted(
		(a, b) =>
			Number(isCurrent(b, today)) - Number(isCurrent(a, today)) || Number(b.isPrimary) - Number(a.isPrimary) || endOf(b).localeCompare(endOf(a)),
	);
const endOf = ({ toOn }: { toOn: string | null }) => toOn ?? '9';

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
