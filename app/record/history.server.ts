import { columnOf, type Fields } from './field.ts';
import type { HistoryField } from './kind.server.ts';

/** The history's words for the fields of a table; `words` for codes whose names stand on the server alone. */
export const historyOf = (table: Fields, words: Readonly<Record<string, (stored: string) => string>> = {}): Record<string, HistoryField> =>
	Object.fromEntries(
		Object.entries(table).map(([name, field]) => [
			columnOf(name, field),
			{ label: field.storedLabel ?? field.label, isRevertible: true, words: words[name] ?? field.words ?? wordOf(field) },
		]),
	);

const wordOf = ({ control }: Fields[string]): HistoryField['words'] =>
	control.is === 'word' ? (stored) => (control.of.includes(stored) ? control.called(stored) : stored) : undefined;
