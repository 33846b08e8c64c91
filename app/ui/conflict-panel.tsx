import { useEffect, useRef } from 'react';
import type { Clash, EditConflict } from '#app/http/merge.ts';
import { listed } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { ClashField, type ClashLabel } from './clash-field.tsx';
import { Icon } from './icon.tsx';

/** What the panel calls a form's fields: label, and words for values that are codes or ids. */
export type ClashLabels = Readonly<Record<string, ClashLabel>>;

/**
 * Above an edit form after a save that met somebody else's: each field both have changed with both values, whose and
 * since when, and a choice. Plain radio buttons: they post with the form, with or without scripts.
 */
export function ConflictPanel({ conflict, labels, formId }: { conflict: EditConflict | null | undefined; labels: ClashLabels; formId: string }) {
	const box = useRef<HTMLDivElement>(null);
	useEffect(() => {
		if (conflict) box.current?.focus();
	}, [conflict]);
	if (!conflict) return null;
	const isOwn = conflict.clashes.every((clash: Clash) => clash.isOwn);
	const taken = conflict.takenOver.map((field) => labels[field]?.label ?? field);
	return (
		<div ref={box} role="alert" tabIndex={-1} data-unmarked className="mb-6 overflow-hidden rounded-lg border border-warning/35 bg-surface">
			<div className="flex gap-2.5 bg-warning-soft px-4 py-3">
				<Icon name="warning" size={18} className="mt-0.5 text-warning" />
				<div>
					<p className="font-semibold">{isOwn ? m.shell_clash_title_own() : m.shell_clash_title()}</p>
					<p>{m.shell_clash_text()}</p>
				</div>
			</div>
			{conflict.clashes.map((clash) => (
				<ClashField key={clash.field} clash={clash} formId={formId} label={labels[clash.field] ?? { label: clash.field }} />
			))}
			{taken.length > 0 && <p className="border-line border-t px-4 py-3 text-muted text-sm">{m.shell_clash_taken_over({ fields: listed(taken) })}</p>}
		</div>
	);
}
