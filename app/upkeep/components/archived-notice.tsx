import { Form } from '@remix-run/react';
import { formatMoment } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';

interface Props {
	kind: string;
	id: string;
	version: number;
	archivedAt: Date | null;
	mayRestore: boolean;
}

/** Above a record that was put away: that it was, and the way back. Nothing for one that is there. */
export function ArchivedNotice({ kind, id, version, archivedAt, mayRestore }: Props) {
	if (!archivedAt) return null;
	return (
		<div className="mb-5">
			<Notice
				tone="warning"
				title={m.upkeep_archived_title()}
				action={mayRestore ? <Restore kind={kind} id={id} version={version} label={m.upkeep_restore()} /> : undefined}
			>
				{m.upkeep_archived_text({ at: formatMoment(archivedAt) })}
			</Notice>
		</div>
	);
}

/** Fetches a record back in one press. */
export function Restore({ kind, id, version, label, title }: Pick<Props, 'kind' | 'id' | 'version'> & { label: string; title?: string }) {
	return (
		<Form method="post" action={paths.archival(kind, id)} className="relative z-10">
			<input type="hidden" name="version" value={version} />
			<Button name="state" value="present" size="sm" icon="undo" aria-label={title}>
				{label}
			</Button>
		</Form>
	);
}
