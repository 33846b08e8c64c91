import { ExchangeError } from './record.ts';

export interface Wish {
	file?: string;
	undo?: string;
	/** The latest imports, with the way to take each back. */
	isOverview: boolean;
	isPreview: boolean;
	createDistricts: boolean;
	isJson: boolean;
	/** Every note and failure, none left to "and more". */
	isListing: boolean;
	/** Where to write them as a table. */
	notesFile?: string;
	/** Every row with what becomes of it, on the screen; a preview shows them unasked. */
	isByRow: boolean;
	/** Where to write them, as a table, or as JSON by its name. */
	rowsFile?: string;
	language: 'da' | 'en';
	/** Line of the file that holds the headings. */
	headerRow?: number;
	/** Column → field. */
	columns: Map<string, string>;
}

/** The words after `npm run import --`. Throws `ExchangeError` naming what is not understood. */
export function wishFrom(words: readonly string[]): Wish {
	const wish: Wish = {
		...{ isPreview: false, isOverview: false, createDistricts: true, isJson: false, isListing: false, isByRow: false },
		...{ language: 'da', columns: new Map() },
	};
	const [kind, ...rest] = words;
	if (kind !== 'companies' && kind !== '--list') throw new ExchangeError('usage', kind ?? '–');
	wish.isOverview = kind === '--list';
	for (let at = 0; at < rest.length; at++) {
		const word = rest[at] ?? '';
		const value = () => {
			const next = rest[++at];
			if (next === undefined) throw new ExchangeError('usage', word);
			return next;
		};
		if (word === '--preview') wish.isPreview = true;
		else if (word === '--no-create-districts') wish.createDistricts = false;
		else if (word === '--json') wish.isJson = true;
		else if (word === '--list') wish.isOverview = true;
		else if (word === '--rows') wish.isByRow = true;
		else if (word === '--rows-file') wish.rowsFile = value();
		else if (word === '--notes') wish.isListing = true;
		else if (word === '--notes-file') wish.notesFile = value();
		else if (word === '--language') wish.language = languageFrom(value());
		else if (word === '--undo') wish.undo = value();
		else if (word === '--header-row') wish.headerRow = lineFrom(value());
		else if (word === '--map') addColumn(wish.columns, value());
		else if (word.startsWith('-') || wish.file !== undefined) throw new ExchangeError('usage', word);
		else wish.file = word;
	}
	const asked = [wish.file !== undefined, wish.undo !== undefined, wish.isOverview].filter(Boolean);
	if (asked.length !== 1) throw new ExchangeError('usage', rest.join(' ') || '–');
	if (wish.undo !== undefined && (wish.isPreview || wish.columns.size > 0)) throw new ExchangeError('usage', '--undo');
	return wish;
}

function languageFrom(word: string): 'da' | 'en' {
	if (word !== 'da' && word !== 'en') throw new ExchangeError('usage', word);
	return word;
}

function lineFrom(word: string): number {
	if (!/^[1-9]\d{0,6}$/.test(word)) throw new ExchangeError('usage', `--header-row ${word}`);
	return Number(word);
}

/** A heading may hold "=", a field never does: the last one divides. */
function addColumn(columns: Map<string, string>, word: string) {
	const at = word.lastIndexOf('=');
	if (at <= 0) throw new ExchangeError('usage', `--map ${word}`);
	columns.set(word.slice(0, at), word.slice(at + 1));
}
