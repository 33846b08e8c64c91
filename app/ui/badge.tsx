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

/** A state in a word or two. The word carries it; the colour only helps. */
export function Badge({ tone = 'neutral', icon, children }: { tone?: Tone; icon?: IconName; children: ReactNode }) {
	return (
		<span
			className={classes(
				'inline-flex items-center gap-1 whitespace-nowrap rounded-full border border-transparent px-2 py-0.5 font-medium text-xs',
				TONES[tone],
			)}
		>
			{icon && <Icon name={icon} size={12} />}
			{children}
		</span>
	);
}
