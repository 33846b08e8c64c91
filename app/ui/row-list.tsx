import type { ReactNode } from 'react';
import { RowLink } from './table.tsx';

/** A list of records where a table would be too much: talks, follow-ups, sites. */
export function RowList({ label, children }: { label?: string; children: ReactNode }) {
	return (
		<ul aria-label={label} className="row-list">
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
		<li className="row">
			{leading && <div className="row-lead">{leading}</div>}
			<div className="row-body">
				<div className="row-title">{href ? <RowLink href={href}>{title}</RowLink> : title}</div>
				{text && <div className="row-text">{text}</div>}
				{meta && <div className="row-meta">{meta}</div>}
			</div>
			{trailing && <div className="row-end">{trailing}</div>}
		</li>
	);
}
