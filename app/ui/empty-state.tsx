import type { ReactNode } from 'react';

/** Nothing here yet: says why, what it will look like, and offers the first step. */
export function EmptyState({ title, text, action }: { title: string; text: ReactNode; action?: ReactNode }) {
	return (
		<div className="rounded-lg border border-strong-line/50 border-dashed px-6 py-8 text-center">
			<p className="font-semibold">{title}</p>
			<p className="mx-auto mt-1 max-w-md text-pretty text-muted">{text}</p>
			{action && <div className="mt-4 flex flex-wrap justify-center gap-2">{action}</div>}
		</div>
	);
}
