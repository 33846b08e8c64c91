import { m } from '#app/i18n/paraglide/messages.js';
import { classes } from './class-names.ts';
import { Icon } from './icon.tsx';
import { type DiffLine, lineDiff } from './line-diff.ts';

const LOOK: Record<DiffLine['in'], { mark: string; frame: string }> = {
	both: { mark: '', frame: 'text-muted' },
	mine: { mark: '–', frame: 'bg-info-soft' },
	theirs: { mark: '+', frame: 'bg-warning-soft' },
};

/** Two long texts laid over each other, folded; the mark before a line says in words whose it is. */
export function LineDifferences({ mine, theirs }: { mine: string; theirs: string }) {
	const lines = lineDiff(mine, theirs);
	if (!lines) return null;
	return (
		<details className="group mt-2">
			<summary className="flex min-h-8 w-fit cursor-pointer items-center gap-1.5 text-sm">
				<Icon name="next" size={14} className="transition-transform group-open:rotate-90" />
				{m.shell_clash_lines()}
			</summary>
			<ul className="mt-1 overflow-hidden rounded-md border border-line text-sm">
				{lines.map((line, at) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: the lines of two fixed texts never move.
					<li key={at} className={classes('flex gap-2 px-2.5 py-0.5', LOOK[line.in].frame)}>
						<span aria-hidden="true" className="w-3 shrink-0">
							{LOOK[line.in].mark}
						</span>
						{line.in !== 'both' && <span className="sr-only">{line.in === 'mine' ? m.shell_clash_line_mine() : m.shell_clash_line_theirs()}</span>}
						<span className="wrap-anywhere min-w-0 whitespace-pre-wrap">{line.text || ' '}</span>
					</li>
				))}
			</ul>
		</details>
	);
}
