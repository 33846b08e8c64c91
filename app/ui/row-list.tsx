import type { ReactNode } from 'react';
import { RowLink } from './table.tsx';

/** A list of records where a table would be too much: talks, follow-ups, sites. */
export function RowList({ label, children }: { label?: string; children: ReactNode }) {
	return (
		<ul aria-label={label} className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface">
			{children}
		</ul>
	);
}

interface RowProps {
	/** The record's page; the whole row leads there. */
	href?: string;
	title: ReactNode;
	/** What was said or is to be done, under the title. */
	text?: ReactNode;
	/** Day, author, channel: quiet, under the text. */
	meta?: ReactNode;
	/** Before the title: an icon or a date. */
	leading?: ReactNode;
	/** At the end of the row: one button. Badges go with `meta`, which wraps; beside the text they would narrow it. */
	trailing?: ReactNode;
}

export function Row({ href, title, text, meta, leading, trailing }: RowProps) {
	return (
		<li className="relative flex items-start gap-3 px-4 py-3 hover:bg-canvas">
			{leading && <div className="mt-0.5 text-muted">{leading}</div>}
			<div className="wrap-anywhere min-w-0 flex-1">
				<div className="font-medium">{href ? <RowLink href={href}>{title}</RowLink> : title}</div>
				{text && <div className="mt-0.5 line-clamp-3">{text}</div>}
				{meta && <div className="mt-1 flex flex-wrap items-center gap-x-2.5 gap-y-1 text-muted text-sm">{meta}</div>}
			</div>
			{trailing && <div className="flex shrink-0 flex-wrap items-center justify-end gap-2">{trailing}</div>}
		</li>
	);
}
