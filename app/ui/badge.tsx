import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

export type Tone = 'neutral' | 'accent' | 'warning' | 'danger' | 'success' | 'info';

interface BadgeProps {
	tone?: Tone;
	icon?: IconName | undefined;
	/** For names of any length: several lines instead of a page that scrolls sideways. */
	wraps?: boolean;
	/** The whole word where the badge shows a short one. */
	title?: string;
	children: ReactNode;
}

/** A state in a word or two. The word carries it; the colour only helps. */
export function Badge({ tone = 'neutral', icon, wraps = false, title, children }: BadgeProps) {
	return (
		<span title={title} className={wraps ? `badge badge-wraps badge-${tone}` : `badge badge-${tone}`}>
			{icon && <Icon name={icon} size={12} />}
			{children}
		</span>
	);
}
