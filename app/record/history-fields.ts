import { formatNumber } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import type { HistoryField } from './kind.server.ts';

// Fields that several kinds of records have, in the words of a history.

type Fields = Readonly<Record<string, HistoryField>>;

/** Of fields that stand alone in their forms. */
export const revertible = (labels: Readonly<Record<string, () => string>>): Fields =>
	Object.fromEntries(Object.entries(labels).map(([field, label]) => [field, { label, isRevertible: true }]));

const DISTRICT: HistoryField = {
	label: () => m.companies_district(),
	refersTo: 'one',
	words: (stored) => (stored === 'point' ? m.companies_district_by_point() : m.upkeep_value_unknown()),
};

export const PLACE: Fields = {
	...revertible({ address: () => m.companies_address(), postalCode: () => m.companies_postal_code(), city: () => m.companies_city() }),
	district: DISTRICT,
	districtId: DISTRICT,
	lat: { label: () => m.upkeep_field_latitude() },
	lon: { label: () => m.upkeep_field_longitude() },
};

export const REACH: Fields = revertible({ phone: () => m.companies_phone(), email: () => m.companies_email() });

export const RESPONSIBLE: HistoryField = { label: () => m.upkeep_field_responsible(), refersTo: 'one' };

export const area = (label: () => string): HistoryField => ({
	label,
	isRevertible: true,
	words: (stored) => m.upkeep_value_area({ area: formatNumber(Number(stored)) }),
});

/** A word of a closed list by its label. */
export const wordIn =
	<T extends string>(words: readonly T[], label: (word: T) => string) =>
	(stored: string): string => {
		const word = words.find((known) => known === stored);
		return word === undefined ? stored : label(word);
	};
