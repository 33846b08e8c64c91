import { formatNumber } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { Section } from '#app/ui/page.tsx';
import { Stat } from '#app/ui/stat.tsx';
import type { PromisesOfQuarter } from '../follow-up-list.server.ts';
import { quarterLabel } from '../labels.ts';

/** The share of promises kept per quarter, each number leading to the promises it counts. */
export function PromisesKept({ quarters, unit }: { quarters: readonly PromisesOfQuarter[]; unit: string | null }) {
	return (
		<Section title={m.dialogues_promises_title()}>
			<div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
				{quarters.map(({ quarter, kept, broken }) => (
					<Stat
						key={quarter}
						label={quarterLabel(quarter)}
						value={kept + broken > 0 ? formatNumber(kept / (kept + broken), { style: 'percent' }) : '–'}
						note={
							kept + broken > 0 ? (
								<span className="flex flex-wrap gap-x-3">
									<a href={addressOf('done', quarter, unit)} className={LINK}>
										{m.dialogues_promises_kept({ count: formatNumber(kept) })}
									</a>
									<a href={addressOf('broken', quarter, unit)} className={LINK}>
										{m.dialogues_promises_broken({ count: formatNumber(broken) })}
									</a>
								</span>
							) : (
								m.dialogues_promises_none()
							)
						}
					/>
				))}
			</div>
			<p className="mt-2 mb-6 text-muted text-sm">{m.dialogues_promises_text()}</p>
		</Section>
	);
}

const LINK = 'inline-flex min-h-6 items-center underline underline-offset-2 hover:text-text';

const addressOf = (list: 'done' | 'broken', quarter: string, unit: string | null) =>
	paths.followUps({ list, kind: 'promise', quarter, unit: unit ?? undefined });
