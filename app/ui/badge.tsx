import type { ReactNode } from 'react';
import { classes } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';

export type Tone = 'neutral' | 'accent' | 'warning' | 'danger' | 'success' | 'info';

const TONES: Record<Tone, string> = {
	neutral: 'bg-well text-muted',
	accent: 'bg-accent-soft text-accent',
	warning: 'bg-warning-soft text-warning',
	danger: 'bg-danger-soft text-danger',
	success: 'bg-success-soft text-success',
	info: 'bg-info-soft text-info',
};

interface BadgeProps {
	tone?: Tone;
	icon?: IconName;
	/** For names of any length: several lines instead of a page that scrolls sideways. */
	wraps?: boolean;
	/** The whole word where the badge shows a short one. */
	title?: string;
	children: ReactNode;
}

/** A state in a word or two. The word carries it; the colour only helps. */
export function Badge({ tone = 'neutral', icon, wraps = false, title, children }: BadgeProps) {
	return (
		<span
			title={title}
			className={classes(
				'inline-flex items-center gap-1 border border-transparent px-2 py-0.5 font-medium text-xs',
				wraps ? 'rounded-md' : 'shrink-0 whitespace-nowrap rounded-full max-[23rem]:shrink max-[23rem]:whitespace-normal',
				TONES[tone],
			)}
		>
			{icon && <Icon name={icon} size={12} />}
			{children}
		</span>
	);
}
