import type { SQL, SQLWrapper } from 'drizzle-orm';
import type { Viewer } from '#app/auth/viewer.ts';
import type { Db } from '#db/client.server.ts';
import type { Entry } from '#db/full-text.server.ts';
import type { Column, KeyedTable, RowTable } from '#db/tables.ts';
import type { Cards } from './card.ts';
import type { Face } from './face.ts';
import type { Hanging } from './hanging.server.ts';
import type { PutBack } from './put-back.server.ts';

/*
 * What a kind of record says of itself. Search, history, archive, trash, drafts and the scope read it and know no kind by name.
 * A kind is declared in its feature (`record.ts` and `record.server.ts`) and stands in the two lists of `app/records`.
 */

export interface Ref {
	kind: string;
	id: string;
}

export const refsOf = (kind: string, rows: ReadonlyArray<{ id: string }>): Ref[] => rows.map(({ id }) => ({ kind, id }));

/** A kind of record. What is left out it does not take part in. */
export interface Kind extends Face {
	table: KeyedTable;
	/** Letters of the longest draft of its form, where 64,000 are not enough. */
	longestDraft?: number;
	found?: Found;
	upkeep?: Upkeep;
	removable?: Removable;
	/** Deletes those of them that go with an erased record, with what hangs on them alone. */
	eraseAll?: (tx: Db, which: SQL | undefined) => Promise<Ref[]>;
	/** Before the last word of these is forgotten: words that stand elsewhere. */
	forgetBeside?: (tx: Db, ids: string[]) => Promise<void>;
	/** What a line of the audit chain says was done to it, told in the history of what it hangs on. */
	deeds?: Readonly<Record<string, () => string>>;
	/** What such a line tells besides the deed: which one it was, and what changed in it. */
	told?: Told;
}

/** What the history of another record tells of one that hangs on it. */
export interface Told {
	/** What these are called, of those whose words the viewer may read; of the others only the deed is told. */
	names: (viewer: Viewer, ids: string[]) => Promise<Map<string, string>>;
	fields: Readonly<Record<string, HistoryField>>;
}

/** How search finds a kind. */
export interface Found {
	/** The part of the index where its entries lie: a number that no other kind has or had. */
	drawer: number;
	/** The entries of those of these records that are present. */
	entries: (tx: Db, ids: string[]) => Promise<Entry[]>;
	cards: Cards;
	/** Read before the id where entries are made anew: later texts have later ids. */
	order?: Column<string, true>;
	/** What search finds anew with one of them, by kind. */
	along?: (tx: Db, id: string) => Promise<Ref[]>;
	/** The records that concern a district, of kinds that lie nowhere in the index: a query of their ids. */
	inDistrict?: (districtId: string) => SQLWrapper;
	/** Of long texts: the words of some, and those of which the viewer may read any. */
	words?: { of: (viewer: Viewer, ids: string[]) => Promise<Map<string, string>>; readable: (viewer: Viewer, ids: string[]) => Promise<Set<string>> };
}

/** A record as its history, its archive and the trash meet it. */
export interface Opened {
	name: string;
	path: string;
	version: number;
	archivedAt: Date | null;
	slug: string | null;
	mayReadHistory: boolean;
	mayRevert: boolean;
	mayArchive: boolean;
}

export type PutAwayState = 'archived' | 'trashed' | 'present';
export type Obstacle = 'last_site' | 'company_archived' | 'kept';

/** How a kind with a page of its own is starred, read in its history, put away, thrown away and erased. */
export interface Upkeep {
	/** The record of this id, put-away ones included, as far as the viewer may know of it. */
	open: (viewer: Viewer, id: string) => Promise<Opened | null>;
	/** What put-away ones are called and where they are, with the version fetching back must name. */
	names: (ids: string[]) => Promise<Array<{ id: string; name: string; path: string; version: number }>>;
	/** Of kinds that are put away: those that somebody means by what is typed; undefined when nothing can be meant. */
	named?: (typed: string) => SQL | undefined;
	/** Those put away by themselves; left out = all. The others come back with what they were put away with. */
	apart?: () => SQL;
	/** Those whose trash the viewer sees: all, none, or these of them. */
	trash: (viewer: Viewer) => boolean | SQLWrapper;
	/** Fields that are told in the history; one that is not here is not shown. */
	fields: Readonly<Record<string, HistoryField>>;
	/** The values that putting back compares with. */
	current: (id: string) => Promise<Readonly<Record<string, unknown>>>;
	/** Gives one field an earlier value through the record's own form and command. */
	putBack: PutBack;
	hanging?: (id: string) => Hanging[];
	/** Whether it can be thrown away, where that is not told by what hangs on it. */
	isThrowable?: (id: string) => Promise<boolean>;
	/** Put away and fetched back by rules of its own. */
	settle?: (viewer: Viewer, id: string, state: PutAwayState) => Promise<unknown>;
	obstacle?: (tx: Db, id: string, state: PutAwayState) => Promise<Obstacle | null>;
	/** What goes along when it is put away, and comes back with it. */
	parts?: (id: string) => ReadonlyArray<{ kind: string; table: RowTable; which: SQL }>;
	/** What follows from it, beside its entry in the search. */
	afterSettled?: (tx: Db, id: string) => Promise<void>;
	/** Deletes the row with its parts and answers which those were; `parts` deletes those that are kinds themselves. Null: it stays. */
	erase: (tx: Db, id: string, parts: EraseParts) => Promise<Ref[] | null>;
}

export type EraseParts = (kind: string, which: SQL | undefined) => Promise<Ref[]>;

/** One stored field in the words of a history. */
export interface HistoryField {
	label: () => string;
	/** It stands alone in its form, so it can be put back alone. */
	isRevertible?: boolean;
	/** Where that hangs on another field: whether it can now. */
	goesBack?: (before: unknown, current: Readonly<Record<string, unknown>>) => boolean;
	/** A stored value in the reader's words; a word that is no longer known stands as it is. */
	words?: (stored: string) => string;
	/** It holds the id of another record, or a list of ids. */
	refersTo?: 'one' | 'many';
	/** The names of what it holds, where it is neither a word nor a record. */
	names?: () => Promise<ReadonlyMap<string, string>>;
}

/** An entry without a page of its own: written by mistake it is removed, and had back. */
export interface Removable {
	may: (viewer: Viewer) => boolean;
	/** As the message after the deed calls it. */
	called: () => string;
	/** Where an entry hangs that the viewer may know of, removed ones included; null for any other. */
	place: (tx: Db, viewer: Viewer, id: string) => Promise<Place | null>;
	/** Whether one that was removed can stand again beside what was written since. */
	canComeBack?: (tx: Db, id: string) => Promise<boolean>;
	/** What coming back does to others; answers whom. */
	comeBack?: (tx: Db, id: string) => Promise<Ref[]>;
}

/** Where an entry hangs: what its activity line touches, what search finds of it, and the page that shows it. */
export interface Place {
	also: Ref[];
	findable: Ref | null;
	page: string;
	/** Where one goes on once it is gone. */
	pageWithout: string;
}
