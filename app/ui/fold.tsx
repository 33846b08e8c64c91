import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

/** What is seldom wanted, behind one press; opens without JavaScript. */
export function Fold({ summary, isOpen, children }: { summary: ReactNode; isOpen?: boolean; children: ReactNode }) {
	return (
		<details className="group mt-2" open={isOpen}>
			<summary className="inline-flex min-h-11 items-center gap-1.5 rounded-md pr-2 text-muted text-sm hover:text-text md:min-h-8">
				<Icon name="next" size={14} className="transition-transform group-open:rotate-90" />
				{summary}
			</summary>
			<div className="mt-1">{children}</div>
		</details>
	);
}
