import { m } from '#app/i18n/paraglide/messages.js';
import type { Filter } from './list.ts';

/** The filter of lists whose records are put away: without them, or those alone. */
export const ARCHIVED = {
	label: m.shell_filter_archived,
	accepts: ['only'],
	any: m.shell_filter_archived_without,
	options: () => [{ value: 'only', label: m.shell_filter_archived_only() }],
} as const satisfies Filter;

/** What the filter asks the scope for. */
export const archivedIn = ({ archived }: { archived?: string | undefined }): { archived?: 'only' } => (archived ? { archived: 'only' } : {});
