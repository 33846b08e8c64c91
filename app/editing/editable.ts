import type { Shown } from '#app/http/merge.ts';
import type { ClashLabels } from '#app/ui/conflict-panel.tsx';

/** Names a form's fields have in the audit chain where it is another one: `{ industry: 'industryCode' }`. */
export type ChainNames = Readonly<Record<string, string>>;

/** A record's edit form as data: all that loading, merging, clashing and saving ask of it. Browser-safe; the schema is not. */
export interface Editable<Row> {
	/** What it is in the audit chain, and the form its drafts are kept under. */
	kind: string;
	/** What the form shows of a row: its keys are the fields that merge. */
	shown: (row: Row) => Shown;
	/** What the fields are called where they are spoken of. */
	labels: () => ClashLabels;
	/** How a field's text is read where several texts mean the same. */
	readings?: Readonly<Record<string, (text: string) => string>>;
	chainNames?: ChainNames;
}
