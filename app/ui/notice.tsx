import type { ReactNode } from 'react';
import type { Tone } from './badge.tsx';
import { classes } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';

type NoticeTone = Exclude<Tone, 'neutral' | 'accent'>;
const LOOK: Record<NoticeTone, { icon: IconName; frame: string; mark: string }> = {
	info: { icon: 'info', frame: 'border-info/30 bg-info-soft', mark: 'text-info' },
	success: { icon: 'success', frame: 'border-success/30 bg-success-soft', mark: 'text-success' },
	warning: { icon: 'warning', frame: 'border-warning/35 bg-warning-soft', mark: 'text-warning' },
	danger: { icon: 'error', frame: 'border-danger/35 bg-danger-soft', mark: 'text-danger' },
};

/** Something to know before going on. For an answer to a deed use the flash; for a refused form the error summary. */
export function Notice({
	tone = 'info',
	title,
	children,
	action,
	role,
}: {
	tone?: NoticeTone;
	title?: string;
	children?: ReactNode;
	action?: ReactNode;
	role?: 'alert' | 'status';
}) {
	const look = LOOK[tone];
	return (
		<div role={role} className={classes('flex flex-wrap items-start gap-2.5 rounded-lg border px-4 py-3', look.frame)}>
			<Icon name={look.icon} size={18} className={classes('mt-0.5', look.mark)} />
			<div className="min-w-0 flex-1 basis-52">
				{title && <p className="font-semibold">{title}</p>}
				{children && <div className="text-pretty">{children}</div>}
			</div>
			{action && <div className="max-sm:pl-7">{action}</div>}
		</div>
	);
}
