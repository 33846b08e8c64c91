import { dayOf, formatDay } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { faceNamed, kindLabel } from '#app/records/records.ts';
import { Icon } from '#app/ui/icon.tsx';
import { Row, RowList } from '#app/ui/row-list.tsx';
import type { Archived } from '../archive.server.ts';
import { Restore } from './archived-notice.tsx';

/** Records put away, each with the way to its page and back to the present. */
export function ArchivedList({ label, rows, withKind = false }: { label: string; rows: readonly Archived[]; withKind?: boolean }) {
	return (
		<RowList label={label}>
			{rows.map(({ kind, id, name, path, version, at, mayRestore }) => (
				<Row
					key={`${kind} ${id}`}
					href={path}
					leading={<Icon name={faceNamed(kind)?.icon ?? 'archive'} size={17} />}
					title={name}
					meta={
						<span data-figures>
							{[withKind ? kindLabel(kind) : '', m.upkeep_archived_on({ day: formatDay(dayOf(at)) })].filter(Boolean).join(' · ')}
						</span>
					}
					trailing={
						mayRestore && <Restore kind={kind} id={id} version={version} label={m.upkeep_restore()} title={m.upkeep_restore_what({ name })} />
					}
				/>
			))}
		</RowList>
	);
}
