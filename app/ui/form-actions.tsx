import type { ReactNode } from 'react';

/** The deeds of a form, saving first. On a phone they take the place of the bar, in the thumb's reach. */
export function FormActions({ children }: { children: ReactNode }) {
	return (
		<div
			data-form-actions
			className="sticky bottom-0 z-10 -mx-4 mt-3 flex min-h-17 flex-wrap max-md:[&>button:first-child]:grow items-center gap-2 border-line border-t bg-surface px-4 py-3 pb-[calc(0.75rem+env(safe-area-inset-bottom))] md:static md:mx-0 md:border-0 md:bg-transparent md:p-0"
		>
			{children}
		</div>
	);
}
