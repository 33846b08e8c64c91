import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

interface ReachLineProps {
	icon: IconName;
	href: string;
	children: ReactNode;
}

/** One way to reach a firm or a person, at one press. */
export function ReachLine({ icon, href, children }: ReachLineProps) {
	return (
		<a
			href={href}
			rel={href.startsWith('http') ? 'noreferrer noopener' : undefined}
			className="inline-flex min-h-7 min-w-0 items-center gap-1.5 text-accent underline-offset-2 hover:underline"
		>
			<Icon name={icon} size={14} />
			<span className="wrap-anywhere" data-figures>
				{children}
			</span>
		</a>
	);
}
